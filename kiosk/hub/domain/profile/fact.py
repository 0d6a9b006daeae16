"""What a member did, as a profile is reckoned from it: the one form in which all that sources and tills tell comes."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from kiosk.hub.domain.profile.return_share import list_goods, weigh_share
from kiosk.hub.models.profile.profile_event import ProfileEvent
from kiosk.hub.models.profile.receipt import Receipt

Kind = Literal["viewed", "added", "wished", "ordered", "cancelled", "bought", "visited", "other"]
Channel = Literal["web", "till", "store"]
CHANNELS: tuple[Channel, ...] = ("web", "till", "store")
_PLACES: dict[str, Channel] = {"bought": "till", "visited": "store"}

LONGEST_NAME = 64
Name = Annotated[str, Meta(max_length=LONGEST_NAME)]


class Detail(Struct, frozen=True, omit_defaults=True):
    """What there is to an event beside its kind: all that is kept of what was sent.

    `shelves` are kinds of goods or zones of the store, by `name_shelf`; `order` tells purchases apart; `amount` is what
    was paid in `currency` (ISO 4217), negative where goods were brought back; `seconds` is how long she stayed; `what`
    names the goods, or the event where it is none that is known here.
    """

    shelves: tuple[str, ...] = ()
    order: str = ""
    amount: Decimal | None = None
    currency: str = ""
    seconds: float = 0.0
    what: str = ""


class Fact(Struct, frozen=True):
    """One thing that she did."""

    kind: Kind
    at: datetime
    detail: Detail = Detail()

    @property
    def channel(self) -> Channel:
        """Where she did it."""
        return _PLACES.get(self.kind, "web")


def name_shelf(text: str) -> str:
    """A kind of goods, or a zone, as both are compared: however a shop and a screen spell it."""
    return " ".join(text.split()).casefold()[:LONGEST_NAME]


def read_event(event: ProfileEvent) -> Fact:
    """The fact that this event is."""
    return msgspec.convert({"kind": event.kind, "at": event.happened_at, "detail": event.data}, Fact)


def read_receipt(receipt: Receipt) -> Fact | None:
    """The fact that this receipt is by what she kept of it; `None`: all of it was brought back."""
    goods = list_goods(receipt)
    share = weigh_share(goods, receipt.returned)
    if share == 1:
        return None
    kept = [
        line
        for place, line in enumerate(receipt.lines)
        if Decimal(receipt.returned.get(str(place), 0)) != goods[place].quantity
    ]
    shelves = {name_shelf(line["category"]): None for line in kept if line.get("category")}
    what = next((line["title"] for line in kept if line.get("title")), "")
    amount = receipt.total * (share.denominator - share.numerator) / share.denominator
    detail = Detail(tuple(shelves), f"{receipt.till_id}/{receipt.id}", round(amount, 4), receipt.currency, what=what)
    return Fact("bought", receipt.bought_at, detail)
