"""A rule that members earn by, as a manager writes it."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct, field

from kiosk.hub.domain.benefits.policy import Action, Unrewarded, tell_unrewarded
from kiosk.hub.domain.benefits.unit import COUPONS, STAMPS, Unit, count_steps, is_money

Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{0,31}\Z")]
Count = Annotated[int, Meta(ge=1, le=1_000_000)]
MOST = Decimal(100_000)
"""Whoever writes more of anything has mistyped."""
_MOST_DECIMALS = 6


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """How often a rule pays at most; `None` sets no bound. A day is the store's own."""

    per_member_day: Count | None = None
    per_member: Count | None = None
    per_day: Count | None = None
    total: Count | None = None


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """What a member gets of `unit` when she did what `on` says: `amount`, or `rate` times what she paid.

    A rate goes by purchases in the currency `of` from `at_least` on, and gives `at_most` so much. The rule holds from
    the day `start` (written `from`) to the day `until`, both included. Raises `ValueError` for one that makes no sense.
    """

    name: Name
    on: Action | Unrewarded
    unit: Unit
    amount: Decimal | None = None
    rate: Decimal | None = None
    of: Unit = "EUR"
    at_least: Decimal = Decimal(0)
    at_most: Decimal = MOST
    limits: Limits = Limits()
    start: date | None = field(name="from", default=None)
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse what could not be paid, or must not be."""
        refusal = tell_unrewarded(self.on) or self._find_flaw()
        if refusal:
            raise ValueError(refusal)

    def _find_flaw(self) -> str:
        if self.unit in (COUPONS, STAMPS):
            return "a rule gives points or money"
        if (self.amount is None) == (self.rate is None):
            return "a rule has either an amount or a rate"
        if self.rate is not None and (self.on != "purchase" or not is_money(self.of)):
            return "a rate goes by a purchase, and by the currency of it"
        return self._find_odd_figure()

    def _find_odd_figure(self) -> str:
        figures = [figure for figure in (self.amount, self.rate, self.at_least, self.at_most) if figure is not None]
        if not all(figure.is_finite() and 0 <= figure <= MOST for figure in figures):
            return f"figures lie between 0 and {MOST}"
        if any(figure != round(figure, _MOST_DECIMALS) for figure in figures):
            return f"figures have at most {_MOST_DECIMALS} decimals"
        if self.amount is not None and count_steps(self.amount, self.unit) < 1:
            return "the amount is less than the unit's smallest step"
        if self.rate is not None and is_money(self.unit) and self.unit != self.of:
            return "a rate in money is in the currency of the purchase"
        return ""
