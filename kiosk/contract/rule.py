"""The rules that an audience is made of: what is asked of a shopper, of the place and of the hour."""

from typing import Annotated, TypeAlias, Union

from msgspec import Meta, Struct

from kiosk.contract.daypart import Daypart

MOST_RULES = 256
"""So many rules at most make an audience, those in its groups counted."""
DEEPEST = 4
"""So deep at most groups lie in each other."""

Segment = Annotated[str, Meta(max_length=128)]
Name = Annotated[str, Meta(min_length=1, max_length=128)]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}\Z")]
Count = Annotated[int, Meta(ge=0)]
Share = Annotated[float, Meta(ge=0, le=1)]

Rule: TypeAlias = Union[Segment, "Condition"]
"""A segment that the shopper must be in, or a condition."""


class Rules(Struct, frozen=True):
    """All of `all` must hold, one of `any` (if any are named), and none of `none`."""

    all: tuple[Rule, ...] = ()
    any: tuple[Rule, ...] = ()
    none: tuple[Rule, ...] = ()

    def __post_init__(self) -> None:
        """They may not be too many, nor lie too deep."""
        count, depth = _measure(self)
        if count > MOST_RULES or depth > DEEPEST:
            message = f"more than {MOST_RULES} rules, or groups deeper than {DEEPEST}"
            raise ValueError(message)


class Visits(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How often the shopper came to the store; both bounds belong to it."""

    at_least: Count = 0
    at_most: Count | None = None

    def hold(self, count: int) -> bool:
        """Whether so many visits lie within the bounds."""
        return self.at_least <= count and (self.at_most is None or count <= self.at_most)


class Trait(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How much there is of something that is reckoned of the shopper, by its name; both bounds belong to it."""

    name: Name
    at_least: float | None = None
    at_most: float | None = None

    def __post_init__(self) -> None:
        """It must have a bound."""
        if self.at_least is None and self.at_most is None:
            message = "a trait needs a bound"
            raise ValueError(message)

    def hold(self, amount: float) -> bool:
        """Whether so much lies within the bounds."""
        is_enough = self.at_least is None or self.at_least <= amount
        return is_enough and (self.at_most is None or amount <= self.at_most)


class Condition(Rules, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One question, by the member that is set; or a group of rules, by any of `all`, `any` and `none`.

    `at_least` belongs to `interest`, the shopper's taste for a kind of goods from 0 to 1; one of `language` is the
    shopper's own; one of `zone` is before the screen; `time` is a window of the week in the store's time. A `trait` is
    known where it is reckoned, and nowhere else: a screen knows of none.
    A member that is not known here is refused, and the offer with it: to overlook it could widen the audience.
    """

    visits: Visits | None = None
    interest: Name | None = None
    at_least: Share | None = None
    language: Annotated[tuple[Language, ...], Meta(min_length=1)] | None = None
    zone: Annotated[tuple[Name, ...], Meta(min_length=1)] | None = None
    time: Daypart | None = None
    trait: Trait | None = None

    def __post_init__(self) -> None:
        """It must ask one thing."""
        super().__post_init__()
        is_group = bool(self.all or self.any or self.none)
        questions = (self.visits, self.interest, self.language, self.zone, self.time, self.trait)
        if sum(question is not None for question in questions) + is_group != 1:
            message = "a condition asks exactly one thing"
            raise ValueError(message)
        if (self.interest is None) != (self.at_least is None):
            message = "interest and at_least go together"
            raise ValueError(message)


def _measure(rules: Rules) -> tuple[int, int]:
    """How many rules there are, and how deep they lie."""
    inner = [
        _measure(rule) if isinstance(rule, Condition) else (0, 0) for rule in (*rules.all, *rules.any, *rules.none)
    ]
    return sum(count + 1 for count, _ in inner), max((depth + 1 for _, depth in inner), default=0)
