"""How savings become cuts: piece by piece, spread over a sum, and never more than a budget has left."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kiosk.pricing.cents import spread
from kiosk.pricing.lot import Cut, Lot, Taken


class Saving(NamedTuple):
    """What goes off each piece of a lot, in cents; at most what it costs."""

    lot: Lot
    each: int


def spread_over(lots: Sequence[Lot], total: int) -> Iterator[Saving]:
    """A saving on all of these pieces together, in proportion to what they cost, of which it is at most the sum."""
    parts = spread(total, [price * pieces for _, price, pieces in lots])
    for (line, price, pieces), part in zip(lots, parts, strict=True):
        each, more = divmod(part, pieces)
        if more:
            yield Saving(Lot(line, price, more), each + 1)
        yield Saving(Lot(line, price, pieces - more), each)


def cut(benefit: int, savings: Iterable[Saving], left: list[Lot], budget: int | None) -> Taken:
    """What the benefit at this place did by these savings, of which a budget covers the first."""
    covered = savings if budget is None else _cover(savings, budget)
    taken, cuts = list[Lot](), list[Cut]()
    for (line, price, count), each in covered:
        taken.append(Lot(line, price - each, count))
        if each:
            cuts.append(Cut(benefit, line, count, each))
    return Taken(left, taken, cuts)


def _cover(savings: Iterable[Saving], budget: int) -> Iterator[Saving]:
    for (line, price, pieces), each in savings:
        whole = min(pieces, budget // each) if each else pieces
        budget -= whole * each
        if whole:
            yield Saving(Lot(line, price, whole), each)
        if whole < pieces:
            yield Saving(Lot(line, price, 1), budget)
            budget = 0
        if whole + 1 < pieces:
            yield Saving(Lot(line, price, pieces - whole - 1), 0)
