"""How much the benefits that are still to come may save at most: what lets the search leave most ways out.

All in thousandths of a cent. A group of pieces never saves a larger part of its prices than its dearest pieces would,
so each piece can be told its part beforehand, at its price without any benefit.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kiosk.pricing.act import BundleAt, CheaperOnes
from kiosk.pricing.bundling import sum_dearest
from kiosk.pricing.cents import WHOLE
from kiosk.pricing.claim import Claim, split_parts, take
from kiosk.pricing.lot import Lot
from kiosk.pricing.plan import Step
from kiosk.pricing.simple import find_best

_FINE = 1000
_HALF = _FINE // 2


class Hope(NamedTuple):
    """What a piece of each line may still save: one that is `free` in the running group, one that was `taken` there.

    `once` comes on top for all pieces together.
    """

    free: Mapping[int, int]
    taken: Mapping[int, int]
    once: int


def list_hopes(steps: Sequence[Step], lots: Sequence[Lot]) -> list[Hope]:
    """The hope before each step, and after the last; `lots` are all that there are, before any benefit."""
    later: dict[int, int] = {lot.line: 0 for lot in lots}
    here, once = later, 0
    hopes = [Hope(later, later, 0)]
    for step in reversed(steps):
        if step.claim is None:
            later = _add(later, here)
            here = {lot.line: _FINE * find_best(step.simple, lot.line, lot.price)[0] for lot in lots}
        else:
            each = _hope_for_pieces(step.claim, lots)
            once += 0 if each else _FINE * take(step.claim, lots).saved
            here = here | {line: max(here[line], hope) for line, hope in each.items()}
        hopes.append(Hope(_add(later, here), later, once))
    return hopes[::-1]


def reckon_hope(hope: Hope, free: Sequence[Lot], taken: Sequence[Lot]) -> int:
    """What these lots may still save, in whole cents."""
    of_free, of_taken = hope.free, hope.taken
    in_groups = sum([of_free[line] * pieces for line, _, pieces in free])
    return (in_groups + sum([of_taken[line] * pieces for line, _, pieces in taken]) + hope.once) // _FINE


def _add(some: Mapping[int, int], others: Mapping[int, int]) -> dict[int, int]:
    return {line: hope + others[line] for line, hope in some.items()}


def _hope_for_pieces(claim: Claim, lots: Sequence[Lot]) -> dict[int, int]:
    """By line; empty where a benefit can rather be told what it saves once."""
    prices = {lot.line: lot.price for lot in lots if lot.line in claim.lines}
    match claim.act:
        case CheaperOnes() as act if not claim.benefit.is_limited:
            return {line: _hope_in_group(act, price) for line, price in prices.items()}
        case BundleAt() as act if not claim.benefit.is_limited:
            dearest = sum_dearest(act, split_parts(claim, lots))
            return {line: -(-_FINE * price * (dearest - act.cents) // dearest) for line, price in prices.items()}
        case _:
            return {}


def _hope_in_group(act: CheaperOnes, price: int) -> int:
    part = -(-_FINE * price * act.cheaper * act.hundredths // (WHOLE * act.size))
    # Each cheaper piece may be rounded up by half a cent.
    return part if act.hundredths == WHOLE else part - (-_HALF * act.cheaper // act.size)
