"""An offer as the catalogue states it."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct, field

from kiosk.contract.daypart import Daypart
from kiosk.contract.money import Money, UnitPrice
from kiosk.contract.rule import Count, Language, Rules, Share

Id = Annotated[str, Meta(min_length=1, max_length=128)]
Words = dict[Language, Annotated[str, Meta(max_length=2000)]]
"""A phrase by language code (ISO 639)."""


class MediaRef(Struct, frozen=True):
    """Where a picture or clip lies, and what its bytes must be: never shown unless both agree."""

    url: Annotated[str, Meta(min_length=1, max_length=2000)]
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    bytes: Annotated[int, Meta(gt=0)]


class Audience(Rules, frozen=True):
    """Who an offer is for; without rules it is for everybody."""


class Validity(Struct, frozen=True):
    """From when until when an offer holds; `None` leaves that end open. Both are aware times."""

    start: Annotated[datetime, Meta(tz=True)] | None = field(name="from", default=None)
    until: Annotated[datetime, Meta(tz=True)] | None = None

    def covers(self, at: datetime) -> bool:
        """Whether this aware time lies in it: `from` belongs to it, `until` does not."""
        return (self.start is None or self.start <= at) and (self.until is None or at < self.until)


class Caps(Struct, frozen=True):
    """How often an offer may be shown; `None` sets no bound. A day is the store's own."""

    per_shopper_day: Count | None = None
    per_screen_hour: Count | None = None
    per_screen_day: Count | None = None


class Budget(Struct, frozen=True):
    """What an offer may still cost the store, as the loyalty system knew it, and what each bookmark of it holds."""

    left: Money
    each: Money

    def __post_init__(self) -> None:
        """One can be reckoned by the other."""
        if self.left.currency != self.each.currency or not self.each.amount:
            message = "a budget is in one currency, and each bookmark costs something"
            raise ValueError(message)

    def count_bookmarks(self) -> int:
        """How many bookmarks it pays for."""
        return int(self.left.amount // self.each.amount)

    def spend(self, bookmarks: int) -> "Budget":
        """What is left once so many bookmarks more were kept; never less than nothing."""
        left = max(self.left.amount - bookmarks * self.each.amount, Decimal(0))
        return Budget(Money(left, self.left.currency), self.each)


class Control(Struct, frozen=True):
    """The share of shoppers to whom an offer is never shown, so that its effect can be told.

    The offers of one `campaign` share these shoppers. `salt` decides who they are, and must be the same at all screens
    for as long as the offer is measured; `None`: each screen has it in its settings.
    """

    share: Share
    campaign: Id | None = None
    salt: Annotated[str, Meta(max_length=128)] | None = None


class Offer(Struct, frozen=True):
    """One offer. Only `id` and `title` are required.

    `image_portrait`, `unit`, `unit_price`, `budget` and `control`, rules that are no segments, and the cap by
    the day go beyond the published contract, which lets both sides ignore what they do not know: a server
    without them loses nothing.
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
    budget: Budget | None = None
    control: Control | None = None
    bookmarkable: bool = True
    link: Annotated[str, Meta(max_length=2000)] | None = None
