"""How much of a purchase was brought back, by its lines: exact, and the same in whatever order they came."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from msgspec import Struct

from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.problem import Problem


class Goods(Struct, frozen=True):
    """A line of a receipt as it can be brought back: how much of it was bought, and for how much in all.

    `rewarded` is what of that the purchase earned by.
    """

    quantity: Decimal
    amount: Decimal
    rewarded: Decimal


def list_goods(receipt: Receipt) -> list[Goods]:
    """The lines of a receipt; one that names none is of one line, for all of it."""
    lines = [_make_goods(line) for line in receipt.lines]
    return lines or [Goods(Decimal(1), receipt.total, receipt.total)]


def _make_goods(line: Mapping[str, Any]) -> Goods:
    amount = line.get("amount", 0)
    return Goods(Decimal(line.get("quantity", 1)), Decimal(amount), Decimal(line.get("rewarded", amount)))


def add_up(
    goods: Sequence[Goods], returned: Mapping[str, str], quantities: Mapping[int, Decimal] | None
) -> dict[str, str]:
    """What is back by now, as a receipt keeps it, once so much of these lines came; `None`: all that is left.

    Raises a 422 `Problem` where that is more than was bought, or nothing.
    """
    left = {place: one.quantity - _read(returned, place) for place, one in enumerate(goods) if _is_bought(one)}
    left = {place: quantity for place, quantity in left.items() if quantity}
    brought = left if quantities is None else quantities
    if not brought:
        raise Problem(422, "return_empty", "Nothing is left of this receipt to be brought back.")
    for place, quantity in brought.items():
        if quantity > left.get(place, 0):
            raise Problem(422, "return_too_much", "More of a line would be back than was bought.")
    sums = {str(place): str(_read(returned, place) + quantity) for place, quantity in brought.items()}
    return {**returned, **sums}


def weigh_share(goods: Sequence[Goods], returned: Mapping[str, str]) -> Fraction:
    """The share of what the purchase earned by that is back, from 0 to 1, each line weighing its part of that.

    What lowered the bill as a whole, as a line below zero does, is spread over all that was bought.
    """
    if not returned:  # as nearly always, and to weigh takes longer than all else that is done with a receipt
        return Fraction(0)
    weights = {place: Fraction(one.rewarded) for place, one in enumerate(goods) if _is_bought(one)}
    whole = sum(weights.values())
    back = sum(
        weight * Fraction(_read(returned, place)) / Fraction(goods[place].quantity) for place, weight in weights.items()
    )
    return Fraction(back, whole) if whole else Fraction(0)


def _is_bought(one: Goods) -> bool:
    return one.quantity > 0 and one.amount > 0


def _read(returned: Mapping[str, str], place: int) -> Decimal:
    return Decimal(returned.get(str(place), 0))
