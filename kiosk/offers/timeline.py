"""Finds what is on at a moment among very many spans of time, without a look at what is over or not yet begun."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Generic, TypeAlias, TypeVar

Thing = TypeVar("Thing")

Span: TypeAlias = tuple[float, float, Thing]
"""From when to when a thing is on; the end does not belong to it. An end that is open is an infinity."""


class Timeline(Generic[Thing]):
    """Things by their spans: a look costs by what it finds, and by the logarithm of how many there are.

    The spans over some middle time lie here, in the order of their starts and of their ends; what is over before it,
    and what begins after it, lies in two more timelines. Such a centred interval tree is described in M. de Berg et
    al., "Computational Geometry" (3rd edition), section 10.1.
    """

    def __init__(self, spans: Sequence[Span[Thing]]) -> None:
        self._middle = sorted(start for start, _, _ in spans)[len(spans) // 2]
        here = [span for span in spans if span[0] <= self._middle < span[1]]
        self._by_start = sorted(here, key=lambda span: span[0])
        self._by_end = sorted(here, key=lambda span: -span[1])
        self._before = _grow([span for span in spans if span[1] <= self._middle])
        self._after = _grow([span for span in spans if span[0] > self._middle])

    def list_on(self, at: float) -> Iterator[Thing]:
        """What is on at that time, in no stated order."""
        if at < self._middle:
            here, rest = takewhile(lambda span: span[0] <= at, self._by_start), self._before
        else:
            here, rest = takewhile(lambda span: at < span[1], self._by_end), self._after
        yield from (thing for _, _, thing in here)
        if rest:
            yield from rest.list_on(at)


def _grow(spans: Sequence[Span[Thing]]) -> Timeline[Thing] | None:
    return Timeline(spans) if spans else None
