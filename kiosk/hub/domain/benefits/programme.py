"""What a store's members earn, whole: read from the file that a manager writes, and kept for all who ask."""

import tomllib
from decimal import Decimal, InvalidOperation
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from sqlalchemy.orm import Session

from kiosk.errors import KioskError
from kiosk.hub.domain.benefits.policy import UNREWARDED
from kiosk.hub.domain.benefits.rule import Count, Rule
from kiosk.hub.domain.benefits.tender_rule import TenderRule
from kiosk.hub.domain.benefits.unit import POINTS, Unit, count_steps
from kiosk.hub.models.benefits.programme import find_programme

_MOST_RULES = 64


class ProgrammeRefused(KioskError):
    """The file states no programme; the text says where and why."""


class Stamps(Struct, frozen=True, forbid_unknown_fields=True):
    """A stamp card is full after so many departments, and then gives so much of `unit`."""

    departments: Annotated[int, Meta(ge=2, le=8)]
    amount: Decimal
    unit: Unit = POINTS

    def __post_init__(self) -> None:
        """Refuse a card that gives nothing."""
        if not self.amount.is_finite() or count_steps(self.amount, self.unit) < 1:
            message = "a full card gives something"
            raise ValueError(message)


class Coupons(Struct, frozen=True, forbid_unknown_fields=True):
    """A kept offer is good for so many days (`None`: as long as the offer), and a till may hold it for so long.

    `per_clerk_day` is how many each of the staff may give away at the counter in a day of the store.
    """

    days: Annotated[int, Meta(ge=1, le=3650)] | None = None
    hold_minutes: Annotated[int, Meta(ge=1, le=7 * 24 * 60)] = 15
    per_clerk_day: Annotated[int, Meta(ge=0, le=1000)] = 10


class Referrals(Struct, frozen=True, forbid_unknown_fields=True):
    """How many friends a member may bring in a day of 24 hours, and ever."""

    per_day: Count = 3
    per_member: Count = 20


class Social(Struct, frozen=True, forbid_unknown_fields=True):
    """Switches for what a platform forbids to reward: they are off, and cannot be put on."""

    like: bool = False
    post: bool = False

    def __post_init__(self) -> None:
        """Refuse to reward it, and say why."""
        for action in (name for name, is_on in (("like", self.like), ("post", self.post)) if is_on):
            message = f"{action} stays off: {UNREWARDED[action]}"
            raise ValueError(message)


class Programme(Struct, frozen=True, forbid_unknown_fields=True):
    """The rules to earn by, what one may pay with, the stamp card, and what holds of coupons and referrals.

    An empty one gives nothing.
    """

    earn: Annotated[tuple[Rule, ...], Meta(max_length=_MOST_RULES)] = ()
    pay: Annotated[tuple[TenderRule, ...], Meta(max_length=_MOST_RULES)] = ()
    stamps: Stamps | None = None
    coupons: Coupons = Coupons()
    referrals: Referrals = Referrals()
    social: Social = Social()

    def __post_init__(self) -> None:
        """Refuse two rules of one name, and two worths of one thing: they could not be told apart."""
        if len({rule.name for rule in self.earn}) < len(self.earn):
            message = "each rule has a name of its own"
            raise ValueError(message)
        if len({(tender.unit, tender.of) for tender in self.pay}) < len(self.pay):
            message = "a unit has one worth in a currency"
            raise ValueError(message)


def parse_programme(text: str) -> Programme:
    """The programme that this TOML text states. Raises `ProgrammeRefused`."""
    try:
        return msgspec.convert(tomllib.loads(text, parse_float=Decimal), Programme)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, InvalidOperation) as error:
        raise ProgrammeRefused(str(error)) from error


def read_programme(session: Session, store_id: str) -> Programme:
    """The programme that holds in this store."""
    row = find_programme(session, store_id)
    return msgspec.convert(row.stated, Programme) if row else Programme()


def read_coupons(stated: object) -> Coupons:
    """What holds of coupons where the store's programme states this of them; `None`: it has no programme."""
    return Coupons() if stated is None else msgspec.convert(stated, Coupons)
