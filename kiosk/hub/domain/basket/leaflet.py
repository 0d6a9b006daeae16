"""The store's promotions, whole, as a manager writes them into a file."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from kiosk.contract.money import LARGEST
from kiosk.errors import KioskError
from kiosk.hub.models.catalogue.promotion import Promotion
from kiosk.pricing.benefit import Benefit, StackGroup
from kiosk.pricing.effect import Effect

_MOST = 64
_CENT = Decimal("0.01")


class LeafletRefused(KioskError):
    """The file states no promotions; the text says where and why."""


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """A promotion: what it promises, for which marks, and how often in one basket.

    It takes off `budget` in all at most, and is used in `per_member` purchases of a member at most. Of one `group` no
    two touch the same piece; groups come in the order of their `rank`. Times bear an offset.
    """

    id: Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,63}\Z")]
    title: Annotated[Mapping[str, str], Meta(min_length=1)]
    effect: Effect
    group: str = "offer"
    rank: int = 0
    marks: frozenset[str] = frozenset()
    most: Annotated[int, Meta(ge=1)] | None = None
    per_member: Annotated[int, Meta(ge=1)] | None = None
    budget: Decimal | None = None
    valid_from: Annotated[datetime, Meta(tz=True)] | None = None
    valid_until: Annotated[datetime, Meta(tz=True)] | None = None

    def __post_init__(self) -> None:
        """Refuse a budget of which nothing could be taken, or with parts of a cent."""
        if self.budget is not None and not (_CENT <= self.budget <= LARGEST and self.budget == round(self.budget, 2)):
            message = "a budget is whole cents, and at least one"
            raise ValueError(message)


class Leaflet(Struct, frozen=True, forbid_unknown_fields=True):
    """All promotions of the store."""

    promotion: Annotated[tuple[Entry, ...], Meta(max_length=_MOST)] = ()

    def __post_init__(self) -> None:
        """Refuse two promotions of one name: they could not be told apart."""
        if len({entry.id for entry in self.promotion}) < len(self.promotion):
            message = "each promotion has an id of its own"
            raise ValueError(message)


def parse_leaflet(text: str) -> Leaflet:
    """The promotions that this TOML text states. Raises `LeafletRefused`."""
    try:
        return msgspec.convert(tomllib.loads(text, parse_float=Decimal), Leaflet)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, InvalidOperation) as error:
        raise LeafletRefused(str(error)) from error


def make_promotion(entry: Entry, store_id: str) -> Promotion:
    """The promotion as the store keeps it."""
    group = StackGroup(entry.rank, entry.group)
    return Promotion(
        store_id=store_id,
        id=entry.id,
        benefit=Benefit(entry.id, entry.title, entry.effect, group, entry.marks, entry.most, entry.budget),
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
        per_member=entry.per_member,
    )
