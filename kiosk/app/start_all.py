"""The one way in which what has a thread of its own is started together: all of it, or nothing."""

from collections.abc import Iterable
from contextlib import ExitStack
from typing import Protocol


class Room(Protocol):
    """What has a thread of its own."""

    def start(self) -> None:
        """Begin; returns at once."""

    def stop(self) -> None:
        """End, and write what is to be kept."""


def start_all(rooms: Iterable[Room]) -> ExitStack:
    """Start one after the other; closing what is returned stops them, the last first.

    Where one cannot start, those before it are stopped again, and its error is raised.
    """
    with ExitStack() as begun:
        for room in rooms:
            room.start()
            begun.callback(room.stop)
        return begun.pop_all()
