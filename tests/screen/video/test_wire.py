from collections.abc import Iterator
from socket import socket, socketpair

import pytest

from kiosk.contract.video import VideoFlaw
from kiosk.screen.video.wire import Kind, LineClosed, read_refusal, receive_head, receive_into, send

Ends = tuple[socket, socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    one, other = socketpair()
    one.settimeout(5)
    with one, other:
        yield one, other


def test_what_is_sent_is_received(ends: Ends) -> None:
    here, there = ends
    send(there, Kind.FRAME, b"pixels")
    assert receive_head(here) == (Kind.FRAME, 6)
    room = bytearray(6)
    receive_into(here, memoryview(room))
    assert room == b"pixels"


def test_a_refusal_is_read_by_its_code(ends: Ends) -> None:
    here, there = ends
    there.sendall(VideoFlaw.TOO_LONG.encode())
    assert read_refusal(here, len(VideoFlaw.TOO_LONG)) is VideoFlaw.TOO_LONG


@pytest.mark.parametrize("said", [b"", b"\1", b"\x63\0\0\0\0"])
def test_who_hangs_up_or_speaks_otherwise_is_gone(ends: Ends, said: bytes) -> None:
    here, there = ends
    there.sendall(said)
    there.close()
    with pytest.raises(LineClosed):
        receive_head(here)


def test_an_unknown_code_is_no_refusal(ends: Ends) -> None:
    here, there = ends
    there.sendall(b"something else")
    with pytest.raises(LineClosed):
        read_refusal(here, 14)
