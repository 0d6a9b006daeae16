"""What a program does besides answering: it runs, writes, reaches for the network; Python's audit events tell."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, TypeAlias

IsDeed: TypeAlias = Callable[[str, tuple[Any, ...]], bool]
"""Whether an audit event, by its name and its arguments, is one."""

_listening: list[tuple[IsDeed, list[str]]] = []


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    for is_deed, deeds in _listening:
        if is_deed(event, arguments):
            deeds.append(event)


sys.addaudithook(_hear)  # an audit hook cannot be taken away


@contextmanager
def watch_deeds(is_deed: IsDeed) -> Generator[list[str]]:
    """The names of all such events in the block, of whatever thread."""
    deeds: list[str] = []
    listener = (is_deed, deeds)
    _listening.append(listener)
    try:
        yield deeds
    finally:
        _listening.remove(listener)
