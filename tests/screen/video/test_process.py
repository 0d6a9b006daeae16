from socket import socketpair

import pytest

from kiosk.screen.video.job import Job
from kiosk.screen.video.process import run_decoder
from kiosk.screen.video.wire import Kind, receive_head
from tests.doubles.decoders import list_decoders
from tests.doubles.videos import GREEN


def test_a_decoder_lives_no_longer_than_its_block() -> None:
    line, far_end = socketpair()
    line.settimeout(30)
    with run_decoder(Job(str(GREEN), 1 << 20), line, far_end):
        assert receive_head(line) == (Kind.FRAME, 4)
        assert len(list_decoders()) == 1
    assert list_decoders() == []


def test_it_ends_with_whatever_happens_in_the_block() -> None:
    line, far_end = socketpair()
    with pytest.raises(KeyError), run_decoder(Job("/nowhere", 1), line, far_end):
        raise KeyError
    assert list_decoders() == []
