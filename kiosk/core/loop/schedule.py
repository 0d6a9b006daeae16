"""Whose turn it is in the loop: each item has its share of the plays, and screens that keep step agree by the clock.

All of it is told by what plays now, never by what played before: it costs the same after a year as after a minute.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from heapq import heappop, heappush
from itertools import accumulate
from math import gcd

from msgspec import Struct

from kiosk.contract.playlist import Item

JOIN_S = 1.0
"""Who joins a loop that keeps step less than this before its next turn (of a short one: than half of it) begins with
that one: a flash serves nobody."""

_REMEMBERED = 16
"""So many cycles are kept: a day has few lists, and they come again."""


class Turn(Struct, frozen=True):
    """An item's turn: its place in the cycle, and for how many seconds it stays."""

    item: Item
    place: int
    seconds: float


def take_next(items: Sequence[Item], last: str | None, place: int) -> Turn:
    """The turn after that of the item `last`, which was at that place of the cycle; the first one if it is gone.

    Where the list has changed it goes on after the item's first turn in the new cycle.
    """
    ids = [items[index].id for index in _arrange_items(items)]
    if place >= len(ids) or ids[place] != last:
        place = ids.index(last) if last in ids else -1
    return _follow(items, place)


def find_turn(items: Sequence[Item], epoch: datetime, wall: datetime) -> Turn:
    """Whose turn it is on all screens that began a cycle of these items at the epoch, and how long still.

    Both times are aware; one before the epoch is as good as one after it.
    """
    cycle = _arrange_items(items)
    ends = list(accumulate(items[index].seconds for index in cycle))
    into = ((wall - epoch) / timedelta(seconds=1)) % ends[-1]
    place = min(bisect_right(ends, into), len(ends) - 1)
    return Turn(items[cycle[place]], place, ends[place] - into)


def join_turn(items: Sequence[Item], epoch: datetime, wall: datetime) -> Turn:
    """As `find_turn`, for a screen that showed something else: where little is left it is the next one, a bit early."""
    turn = find_turn(items, epoch, wall)
    if turn.seconds >= min(JOIN_S, turn.item.seconds / 2):
        return turn
    coming = _follow(items, turn.place)
    return Turn(coming.item, coming.place, turn.seconds + coming.seconds)


@lru_cache(_REMEMBERED)
def arrange_cycle(weights: tuple[int, ...]) -> tuple[int, ...]:
    """One cycle of turns, as indexes of these weights: each has as many turns as its weight, evenly spread.

    After any number of turns, of this cycle and of those that follow, each has had its share within less than one
    turn. Source: R. Tijdeman, "The chairman assignment problem", Discrete Mathematics 32 (1980): of those whose lag
    allows a turn, the one goes first whose lag would be the first to grow too large.
    """
    if len(weights) == 1:
        return (0,)
    shared = gcd(*weights)
    weights = tuple(weight // shared for weight in weights)
    total, parts = sum(weights), 2 * len(weights) - 2
    waiting = [(_find_release(weight, total, parts, 0), index) for index, weight in enumerate(weights)]
    waiting.sort()
    ready: list[tuple[int, int]] = []
    had = [0] * len(weights)
    cycle: list[int] = []
    for turn in range(1, total + 1):
        while waiting and waiting[0][0] <= turn:
            _, index = heappop(waiting)
            heappush(ready, (_find_deadline(weights[index], total, parts, had[index]), index))
        _, index = heappop(ready)
        cycle.append(index)
        had[index] += 1
        heappush(waiting, (_find_release(weights[index], total, parts, had[index]), index))
    return tuple(cycle)


def _follow(items: Sequence[Item], place: int) -> Turn:
    cycle = _arrange_items(items)
    place = (place + 1) % len(cycle)
    item = items[cycle[place]]
    return Turn(item, place, item.seconds)


def _arrange_items(items: Sequence[Item]) -> tuple[int, ...]:
    return arrange_cycle(tuple(item.weight for item in items))


def _find_release(weight: int, total: int, parts: int, had: int) -> int:
    """The first turn at which it lags by 1/parts of a turn or more, having had so many."""
    return -(-total * (1 + parts * had) // (weight * parts))


def _find_deadline(weight: int, total: int, parts: int, had: int) -> int:
    """The last turn at which it lags by no more than a turn less 1/parts, having had so many."""
    return total * (parts * (had + 1) - 1) // (weight * parts)
