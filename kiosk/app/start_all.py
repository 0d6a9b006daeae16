"""The one way in which what has a thread of its own is started together: all of it, or nothing."""

from collections.abc import Iterable
from contextlib import ExitStack
from typing import Protocol

from kiosk.app.watch.watched import Watched


class Room(Protocol):
    """What has a thread of its own, or several: its `workers`."""

    @property
    def workers(self) -> Iterable[Watched]:
        """Whom somebody may watch over while it is open."""
        ...

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
