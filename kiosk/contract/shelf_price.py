"""What an article costs, as the shelf says it: the one form in which hub, screens and labels speak of it."""

import re
from datetime import datetime
from typing import Annotated, Literal, TypeAlias, TypeVar

import msgspec
from msgspec import Meta, Struct

from kiosk.contract.instant import to_rfc3339
from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.contract.money import Money, UnitPrice
from kiosk.contract.offer import Words

Code: TypeAlias = Annotated[str, Meta(pattern=r"^[0-9]{5,14}\Z")]
"""By what the store knows an article: its GTIN with 14 digits, or how the labels of its scales begin."""
SoldPer: TypeAlias = Literal["piece", "kg"]
Moment: TypeAlias = Annotated[datetime, Meta(tz=True)]

LARGEST = 16 * 1024
"""Bytes of one message."""

_Message = TypeVar("_Message")
_PRICE_TOPIC = re.compile(r"kiosk/v1/(?P<store>[^/]+)/price/(?P<code>[0-9]{5,14})", re.ASCII)


class ShelfPrice(Struct, frozen=True, kw_only=True):
    """An article and its price, for a piece or a kilogram of it, with what price law wants beside it.

    `unit_price` is missing where it is the price itself. A reduced price bears `was`, the one before, and `lowest_30d`,
    the lowest of the 30 days before the reduction. `deposit` comes on top. `shelf` is where it stands.
    """

    code: Code
    title: Annotated[Words, Meta(min_length=1)]
    price: Money
    sold_per: SoldPer = "piece"
    unit_price: UnitPrice | None = None
    was: Money | None = None
    lowest_30d: Money | None = None
    deposit: Money | None = None
    shelf: Annotated[str, Meta(max_length=64)] | None = None

    def __post_init__(self) -> None:
        """A price may be struck with its evidence alone, and all amounts are of one currency."""
        if self.was is not None and (self.lowest_30d is None or self.was.amount <= self.price.amount):
            message = "`was` is above the price, and has the lowest price of the 30 days before beside it"
            raise ValueError(message)
        beside = (self.unit_price, self.was, self.lowest_30d, self.deposit)
        if any(one is not None and one.currency != self.price.currency for one in beside):
            message = "all amounts of an article are of one currency"
            raise ValueError(message)


class PricesTold(Struct, frozen=True):
    """Until `as_of` what was said of all articles held: whoever hears nothing newer for long shows no price."""

    as_of: Moment


def name_price_topic(store: str, code: str) -> str:
    """Where the price of this article is kept; `+` stands for all."""
    return f"kiosk/v1/{store}/price/{code}"


def read_price_topic(topic: str) -> tuple[str, str] | None:
    """Of which store and which article it is; `None`: no price is kept there."""
    found = _PRICE_TOPIC.fullmatch(topic)
    return (found["store"], found["code"]) if found else None


def name_told_topic(store: str) -> str:
    """Where is kept until when the prices held."""
    return f"kiosk/v1/{store}/prices"


def read_shelf_price(payload: bytes) -> ShelfPrice | None:
    """The price; `None`: it is none of ours."""
    return _read(payload, ShelfPrice)


def read_told(payload: bytes) -> PricesTold | None:
    """Until when the prices held; `None`: it says nothing of that."""
    return _read(payload, PricesTold)


def write_told(as_of: datetime) -> bytes:
    """The message."""
    return msgspec.json.encode({"as_of": to_rfc3339(as_of)})


def _read(payload: bytes, kind: type[_Message]) -> _Message | None:
    if len(payload) > LARGEST:
        return None
    try:
        return msgspec.json.decode(payload, type=kind)
    except JSON_FLAWS:
        return None
