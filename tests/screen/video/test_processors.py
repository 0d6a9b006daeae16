import os
from pathlib import Path
from socket import socketpair
from threading import Event, Thread

import pytest

from kiosk.screen.video.job import Job
from kiosk.screen.video.process import run_decoder
from kiosk.screen.video.processors import PIXELS_EACH, narrow_decoding
from kiosk.screen.video.wire import Kind, receive_head
from tests.doubles.decoders import list_decoders
from tests.doubles.videos import GREEN

EVERY = os.sched_getaffinity(0)


@pytest.mark.parametrize(("pixels", "many"), [(1, 1), (PIXELS_EACH, 1), (PIXELS_EACH + 1, 2), (1 << 40, len(EVERY))])
def test_a_codec_sees_so_many_processors_as_its_video_is_worth(pixels: int, many: int) -> None:
    with narrow_decoding(pixels):
        assert len(os.sched_getaffinity(0)) == min(many, len(EVERY))
    assert os.sched_getaffinity(0) == EVERY


def test_afterwards_all_threads_run_everywhere() -> None:
    may_end = Event()
    thread = Thread(target=may_end.wait)
    with narrow_decoding(1):
        thread.start()
        assert len(os.sched_getaffinity(thread.native_id or 0)) == 1
    assert os.sched_getaffinity(thread.native_id or 0) == EVERY
    may_end.set()
    thread.join()


def test_a_small_video_is_decoded_by_one_thread() -> None:
    line, far_end = socketpair()
    line.settimeout(30)
    with run_decoder(Job(str(GREEN), 1 << 20), line, far_end):
        assert receive_head(line)[0] is Kind.FRAME
        (decoder,) = list_decoders()
        names = [(task / "comm").read_text() for task in Path(f"/proc/{decoder.pid}/task").iterdir()]
    assert [name for name in names if name.startswith("av:")] == []  # as FFmpeg names those of a codec
