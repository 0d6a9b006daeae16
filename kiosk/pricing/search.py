"""Finds which of the benefits that contend for pieces to use, so that a basket costs least.

Branch and bound, the most promising way first: one is not followed that could not become better than the best one known
even if all that may still come did its utmost. So the search ends with the best of all; or after a number of ways, not
after a time, so that a basket has one price whichever machine reckons it.
"""

from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple, TypeAlias

from kiosk.pricing.claim import take
from kiosk.pricing.hope import list_hopes, reckon_hope
from kiosk.pricing.island import Island
from kiosk.pricing.lot import Cut, Lot, Taken, merge_lots
from kiosk.pricing.simple import take_best

MOST_WAYS = 45
_Path: TypeAlias = tuple["_Path", Sequence[Cut]] | None


class Found(NamedTuple):
    """The best combination: its cuts and the lots after it, and how many ways are left to be tried elsewhere.

    No other saves more than `doubt` cents beyond it.
    """

    cuts: list[Cut]
    lots: list[Lot]
    doubt: int
    ways_left: int


class _Way(NamedTuple):
    """Up to the step at `place`: what is free in the running group, what was taken there, and what was saved so far."""

    place: int
    free: list[Lot]
    taken: list[Lot]
    saved: int
    path: _Path


class Search:
    """The search on one island; `most_ways` is how many ways it follows beside the first."""

    def __init__(self, island: Island, lots: Sequence[Lot], most_ways: int = MOST_WAYS) -> None:
        self._steps = island.steps
        self._lots = [lot for lot in lots if lot.line in island.lines]
        self._hopes = list_hopes(island.steps, self._lots)
        self._ways_left = most_ways
        self._best = _Way(0, [], [], -1, None)
        self._waiting: list[tuple[int, int, _Way]] = []
        self._numbers = count()

    def run(self) -> Found:
        """The best combination."""
        self._follow(_Way(0, self._lots, [], 0, None))
        while self._reckon_doubt() > 0 and self._ways_left:
            self._ways_left -= 1
            self._follow(heappop(self._waiting)[2])
        best = self._best
        return Found(_list_cuts(best.path), best.free, self._reckon_doubt(), self._ways_left)

    def _reckon_doubt(self) -> int:
        return max(0, -self._waiting[0][0] - self._best.saved) if self._waiting else 0

    def _follow(self, way: _Way) -> None:
        """To its end, if it is worth it, using whatever may be used; where that may be wrong, another way waits."""
        while way.place < len(self._steps):
            if self._reckon_most(way) <= self._best.saved:
                return
            used = self._go_on(way)
            # Where it found nothing to take, to leave it out is the same way.
            if self._steps[way.place].is_contended and len(used.taken) > len(way.taken):
                self._put_off(way._replace(place=way.place + 1))
            way = used
        if way.saved > self._best.saved:
            self._best = way

    def _put_off(self, way: _Way) -> None:
        heappush(self._waiting, (-self._reckon_most(way), next(self._numbers), way))

    def _go_on(self, way: _Way) -> _Way:
        step = self._steps[way.place]
        if step.claim is None:
            done = take_best(step.simple, way.free)
            return _walk(way, merge_lots([*done.left, *done.taken, *way.taken]), [], done)
        done = take(step.claim, way.free)
        return _walk(way, done.left, [*way.taken, *done.taken], done)

    def _reckon_most(self, way: _Way) -> int:
        return way.saved + reckon_hope(self._hopes[way.place], way.free, way.taken)


def _walk(way: _Way, free: list[Lot], taken: list[Lot], done: Taken) -> _Way:
    return _Way(way.place + 1, free, taken, way.saved + done.saved, (way.path, done.cuts))


def _list_cuts(path: _Path) -> list[Cut]:
    cuts = list[Cut]()
    while path is not None:
        path, some = path
        cuts += some
    return cuts
