"""What goes off each piece by itself: a percentage, or an amount."""

from collections.abc import Iterable
from typing import TypeAlias, assert_never

from kiosk.pricing.act import AmountOff, PercentOff
from kiosk.pricing.benefit import Benefit
from kiosk.pricing.cents import reckon_share
from kiosk.pricing.cutting import Saving, cut
from kiosk.pricing.lot import Lot, Taken, count_pieces, sort_dearest, split_off

PieceAct: TypeAlias = PercentOff | AmountOff


def reckon_saving(act: PieceAct, price: int) -> int:
    """What goes off a piece at this price; never more than that. All in cents."""
    match act:
        case PercentOff():
            return reckon_share(price, act.hundredths)
        case AmountOff():
            return min(act.cents, price)
        case _:  # pragma: no cover # the type checkers prove that nothing is left
            assert_never(act)


def take_pieces(place: int, benefit: Benefit, act: PieceAct, lots: Iterable[Lot]) -> Taken:
    """As many of the dearest pieces as it may have."""
    dearest = sort_dearest(lots)
    most = count_pieces(dearest) if benefit.most is None else benefit.most
    first, left = split_off(dearest, most)
    return cut(place, (Saving(lot, reckon_saving(act, lot.price)) for lot in first), left, benefit.budget_cents)
