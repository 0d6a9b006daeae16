"""A benefit and the lines of one basket that it is for."""

from collections.abc import Sequence
from typing import assert_never

from msgspec import Struct

from kiosk.pricing.act import Act, AmountOff, BundleAt, CheaperOnes, LumpOff, PercentOff, make_act
from kiosk.pricing.basket import Line
from kiosk.pricing.benefit import Benefit, fits
from kiosk.pricing.bundling import take_bundles
from kiosk.pricing.buying import take_groups
from kiosk.pricing.cutting import cut, spread_over
from kiosk.pricing.effect import Bundle
from kiosk.pricing.lot import Lot, Taken, sort_dearest, sum_prices
from kiosk.pricing.piecewise import take_pieces


class Claim(Struct, frozen=True):
    """The benefit at this place, what it does, and the lines that it is for.

    Of a bundle `parts` are the lines of each part, else all lines at once, and `lines` are those of all parts.
    """

    place: int
    benefit: Benefit
    act: Act
    parts: tuple[frozenset[int], ...]
    lines: frozenset[int]

    @property
    def is_simple(self) -> bool:
        """Whether it looks at one piece at a time, and takes as many as there are."""
        return isinstance(self.act, PercentOff | AmountOff) and not self.benefit.is_limited


def make_claim(place: int, benefit: Benefit, lines: Sequence[Line]) -> Claim:
    """The claim that this benefit has on these lines."""
    mine = frozenset(index for index, line in enumerate(lines) if not line.is_fixed and fits(benefit.marks, line.marks))
    effect = benefit.effect
    parts = _split_lines(effect, mine, lines) if isinstance(effect, Bundle) else (mine,)
    return Claim(place, benefit, make_act(effect), parts, frozenset[int]().union(*parts))


def _split_lines(bundle: Bundle, mine: frozenset[int], lines: Sequence[Line]) -> tuple[frozenset[int], ...]:
    parts, left = list[frozenset[int]](), mine
    for part in bundle.parts:
        parts.append(frozenset(index for index in left if fits(part.marks, lines[index].marks)))
        left -= parts[-1]
    return tuple(parts)


def take(claim: Claim, lots: Sequence[Lot]) -> Taken:
    """What the benefit does to these lots if it is used; those of other lines it leaves alone."""
    lines = claim.lines
    left, taken, cuts = _take_mine(claim, [lot for lot in lots if lot[0] in lines])
    return Taken(left + [lot for lot in lots if lot[0] not in lines], taken, cuts)


def split_parts(claim: Claim, lots: Sequence[Lot]) -> list[list[Lot]]:
    """The lots of each part."""
    return [[lot for lot in lots if lot[0] in part] for part in claim.parts]


def _take_mine(claim: Claim, lots: list[Lot]) -> Taken:
    place, benefit = claim.place, claim.benefit
    match claim.act:
        case PercentOff() | AmountOff() as act:
            return take_pieces(place, benefit, act, lots)
        case CheaperOnes() as act:
            return take_groups(place, benefit, act, lots)
        case BundleAt() as act:
            return take_bundles(place, benefit, act, split_parts(claim, lots))
        case LumpOff() as act:
            dearest = sort_dearest(lots)
            savings = spread_over(dearest, min(act.cents, sum_prices(dearest)))
            return cut(place, savings, [], benefit.budget_cents)
        case _:  # pragma: no cover # the type checkers prove that nothing is left
            assert_never(claim.act)
