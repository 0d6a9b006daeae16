"""What nobody else of a group took goes, piece by piece, to the benefit that takes most off it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from kiosk.pricing.act import AmountOff, PercentOff
from kiosk.pricing.claim import Claim
from kiosk.pricing.lot import Cut, Lot, Taken
from kiosk.pricing.piecewise import PieceAct, reckon_saving

Simple: TypeAlias = Mapping[int, Sequence[tuple[int, PieceAct]]]
"""By line the largest percentage and the largest amount: whichever takes most off, it is one of these.

Before each stands the place of its benefit, turned: so that of equals the first is the largest.
"""


def list_simple(claims: Sequence[Claim]) -> Simple:
    """What these claims on single pieces take off each line."""
    lines = frozenset[int]().union(*(claim.lines for claim in claims))
    return {line: _find_largest([claim for claim in claims if line in claim.lines]) for line in lines}


def take_best(simple: Simple, lots: Iterable[Lot]) -> Taken:
    """Each lot goes to what takes most off it, of equals to the first, or stays as it is."""
    left, taken, cuts = list[Lot](), list[Lot](), list[Cut]()
    for lot in lots:
        line, price, pieces = lot
        saving, turned = find_best(simple, line, price)
        if saving:
            taken.append(Lot(line, price - saving, pieces))
            cuts.append(Cut(-turned, line, pieces, saving))
        else:
            left.append(lot)
    return Taken(left, taken, cuts)


def find_best(simple: Simple, line: int, price: int) -> tuple[int, int]:
    """What goes off a piece of this line at this price at most, in cents, and the turned place of its benefit."""
    return max(((reckon_saving(act, price), turned) for turned, act in simple.get(line, ())), default=(0, 0))


def _find_largest(claims: Sequence[Claim]) -> list[tuple[int, PieceAct]]:
    percents = [(one.act.hundredths, -one.place, one.act) for one in claims if isinstance(one.act, PercentOff)]
    amounts = [(one.act.cents, -one.place, one.act) for one in claims if isinstance(one.act, AmountOff)]
    kinds: tuple[Sequence[tuple[int, int, PieceAct]], ...] = (percents, amounts)
    return [max(kind)[1:] for kind in kinds if kind]
