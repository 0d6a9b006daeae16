"""What members may pay with at a till, as a manager writes it: what it is worth, and how much a purchase takes."""

from decimal import Decimal
from math import ceil
from typing import Annotated

from msgspec import Meta, Struct

from kiosk.contract.money import Money
from kiosk.hub.domain.benefits.rule import MOST
from kiosk.hub.domain.benefits.unit import COUPONS, STAMPS, Unit, count_full_steps, is_money, state_amount

_MOST_DECIMALS = 6


class TenderRule(Struct, frozen=True, forbid_unknown_fields=True):
    """One of `unit` pays `worth` in the currency `of`, and no purchase takes more than `at_most` of that.

    A till may lay it by for `hold_minutes` while the purchase is paid for. Raises `ValueError` for one that makes no
    sense.
    """

    unit: Unit
    worth: Decimal = Decimal(1)
    of: Unit = "EUR"
    at_most: Decimal = MOST
    hold_minutes: Annotated[int, Meta(ge=1, le=24 * 60)] = 15

    def __post_init__(self) -> None:
        """Refuse what could not be paid with."""
        flaw = self._find_flaw()
        if flaw:
            raise ValueError(flaw)

    def _find_flaw(self) -> str:
        if self.unit in (COUPONS, STAMPS) or not is_money(self.of):
            return "points or money pay for something that has a price"
        if is_money(self.unit) and (self.unit != self.of or self.worth != 1):
            return "money is worth what it says, in its own currency"
        if not all(figure.is_finite() and 0 < figure <= MOST for figure in (self.worth, self.at_most)):
            return f"figures lie above 0 and up to {MOST}"
        if self.worth != round(self.worth, _MOST_DECIMALS) or count_full_steps(self.at_most, self.of) < 1:
            return f"a worth has at most {_MOST_DECIMALS} decimals, and a purchase takes at least the smallest coin"
        return ""


class Quote(Struct, frozen=True):
    """So many smallest steps of the unit pay so much."""

    steps: int
    worth: Money


def quote(rule: TenderRule, have: int, due: Decimal, wish: Decimal | None) -> Quote:
    """As much as she has, may and wishes, and no more than is due; `have` is in smallest steps.

    What it is worth is rounded down, so that the same points pay no more in parts than at once; and no more of
    them are taken than that worth needs.
    """
    each = rule.worth * state_amount(1, rule.unit)
    most = [have, int(min(due, rule.at_most) // each)]
    steps = min(most if wish is None else [*most, count_full_steps(wish, rule.unit)])
    worth = state_amount(count_full_steps(steps * each, rule.of), rule.of)
    return Quote(ceil(worth / each), Money(worth, rule.of))
