"""A benefit: what it does, for which pieces, beside which others, and how often it may."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from kiosk.pricing.cents import to_cents
from kiosk.pricing.effect import Effect

Source = Literal["promotion", "coupon"]


class StackGroup(Struct, frozen=True, order=True):
    """Benefits of one group never share a piece; those of several stack, in the order of their `rank`, then name.

    Each reckons from what the groups before it left of the price.
    """

    rank: int
    name: str


class Benefit(Struct, frozen=True):
    """A promotion, or a coupon that a member holds.

    It is for lines with one of its `marks`; without marks, for all. `most` is how often it may still be used for this
    member: pieces of a percentage or an amount, times of a bundle or a "buy and get"; `budget` is how much it may
    still take off. `None`: there is no such limit.
    """

    id: str
    title: Mapping[str, str]
    effect: Effect
    group: StackGroup
    marks: frozenset[str] = frozenset()
    most: int | None = None
    budget: Decimal | None = None
    source: Source = "promotion"

    @property
    def is_limited(self) -> bool:
        """Whether there is a limit to it."""
        return self.most is not None or self.budget is not None

    @property
    def budget_cents(self) -> int | None:
        """What it may still take off, in cents."""
        return None if self.budget is None else to_cents(self.budget)


def fits(marks: frozenset[str], line_marks: frozenset[str]) -> bool:
    """Whether something for these marks is for a line that has those."""
    return not marks or not marks.isdisjoint(line_marks)
