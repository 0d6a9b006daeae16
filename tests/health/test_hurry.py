import socket
from io import BufferedReader
from threading import Event, Thread
from time import monotonic

import pytest

from kiosk.health.hurry import Hurry


def test_what_comes_in_time_is_read_to_its_end() -> None:
    line, far = socket.socketpair()
    with line, far:
        far.sendall(b"GET /\n")
        far.shutdown(socket.SHUT_WR)
        assert BufferedReader(Hurry(line, monotonic() + 5)).read() == b"GET /\n"


def test_who_drips_is_not_heard_out() -> None:
    line, far = socket.socketpair()
    ended = Event()

    def drip() -> None:
        while not ended.wait(0.02):
            far.sendall(b"x")

    thread = Thread(target=drip)
    thread.start()
    with line, far:
        with pytest.raises(TimeoutError):
            BufferedReader(Hurry(line, monotonic() + 0.2)).readline()
        ended.set()
        thread.join()
