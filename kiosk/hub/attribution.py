"""By which rule a store says what a purchase goes back to."""

from typing import Literal, TypeAlias

from msgspec import Struct

Rule: TypeAlias = Literal["first", "last"]
RULES: tuple[Rule, ...] = ("first", "last")
LEAST_DAYS, MOST_DAYS = 1, 60
"""Contacts are kept for so long that sixty days before a month can be looked back at (`retention.toml`)."""


class Attribution(Struct, frozen=True):
    """A purchase goes back to the `first` or the `last` contact of its buyer in so many `days` before it."""

    rule: Rule = "first"
    days: int = 30
