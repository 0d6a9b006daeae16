import socket
from collections.abc import Iterator

import pytest

from kiosk.loyalty.deadline import Deadline, watch_connection
from kiosk.loyalty.failure import ApiFailed

LONG_S = 60


@pytest.fixture
def line() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.settimeout(10)
        yield ours, theirs


def test_who_waits_for_a_byte_wakes_up_when_the_deadline_passes(line: tuple[socket.socket, socket.socket]) -> None:
    with Deadline(0.05) as deadline:
        deadline.watch(line[0])
        assert line[0].recv(1) == b""
        with pytest.raises(ApiFailed, match="too_slow"):
            deadline.check()


def test_a_connection_that_comes_too_late_is_cut_at_once(line: tuple[socket.socket, socket.socket]) -> None:
    with Deadline(0) as deadline:
        deadline.watch(line[1])
        assert line[0].recv(1) == b""
        deadline.watch(line[0])
        assert line[0].recv(1) == b""


def test_after_the_exchange_the_connection_lives_on(line: tuple[socket.socket, socket.socket]) -> None:
    with Deadline(0.05) as deadline:
        deadline.watch(line[0])
    line[0].settimeout(0.1)
    with pytest.raises(TimeoutError):
        line[0].recv(1)
    deadline.check()


def test_only_the_deadline_that_is_held_is_told_of_a_connection(line: tuple[socket.socket, socket.socket]) -> None:
    with Deadline(0.05) as held, Deadline(LONG_S):
        with held.hold_for_connecting():
            watch_connection(line[0])
        watch_connection(line[1])
        assert line[0].recv(1) == b""
