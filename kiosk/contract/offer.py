"""An offer as the catalogue states it."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct, field

from kiosk.contract.daypart import Daypart
from kiosk.contract.money import Money, UnitPrice

Id = Annotated[str, Meta(min_length=1, max_length=128)]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}\Z")]
Words = dict[Language, Annotated[str, Meta(max_length=2000)]]
"""A phrase by language code (ISO 639)."""


class MediaRef(Struct, frozen=True):
    """Where a picture or clip lies, and what its bytes must be: never shown unless both agree."""

    url: Annotated[str, Meta(min_length=1, max_length=2000)]
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    bytes: Annotated[int, Meta(gt=0)]


class Audience(Struct, frozen=True):
    """Who an offer is for, by segments: all of `all`, one of `any` (if any are named), none of `none`."""

    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


class Validity(Struct, frozen=True):
    """From when until when an offer holds; `None` leaves that end open. Both are aware times."""

    start: Annotated[datetime, Meta(tz=True)] | None = field(name="from", default=None)
    until: Annotated[datetime, Meta(tz=True)] | None = None


class Caps(Struct, frozen=True):
    """How often an offer may be shown; `None` sets no bound."""

    per_shopper_day: Annotated[int, Meta(ge=0)] | None = None
    per_screen_hour: Annotated[int, Meta(ge=0)] | None = None


class Offer(Struct, frozen=True):
    """One offer. Only `id` and `title` are required.

    `image_portrait`, `unit` and `unit_price` go beyond the published contract, which lets both sides
    ignore what they do not know: a server without them loses nothing.
    """

    id: Id
    title: Annotated[Words, Meta(min_length=1)]
    text: Words = {}
    price: Money | None = None
    was: Money | None = None
    lowest_30d: Money | None = None
    individual: bool = False
    image: MediaRef | None = None
    image_portrait: MediaRef | None = None
    unit: Words = {}
    unit_price: UnitPrice | None = None
    gtin: Annotated[str, Meta(max_length=14)] | None = None
    audience: Audience = Audience()
    zones: tuple[str, ...] = ()
    valid: Validity = Validity()
    dayparts: tuple[Daypart, ...] = ()
    priority: int = 0
    caps: Caps = Caps()
    bookmarkable: bool = True
    link: Annotated[str, Meta(max_length=2000)] | None = None
