"""A scan: a code on goods that somebody held under the scanner of a screen, as the loyalty API is asked of it."""

from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from kiosk.contract.bookmark import Url
from kiosk.contract.credential import Credential
from kiosk.contract.money import Money
from kiosk.contract.offer import Id, Words
from kiosk.contract.shelf_price import ShelfPrice

_Short: TypeAlias = Annotated[str, Meta(max_length=64)]
_Stock: TypeAlias = Annotated[int, Meta(ge=0)]


class Scan(Struct, frozen=True):
    """The body of `POST /v1/scans`; it goes beyond the published contract. `id` is made at the scan.

    For whom it is: by the card that is tapped at this moment, or `by` what a card did here before, a bookmark's id or
    the `guest` of an earlier answer. For nobody it is told of the article alone.
    """

    id: Id
    store: str
    screen: str
    code: str
    language: str
    credential: Credential | None = None
    by: str | None = None


class Variant(Struct, frozen=True):
    """Another size or colour of the article, and how many of it are there; `None`: nobody counts."""

    name: _Short
    stock: _Stock | None = None


class ScanAnswer(Struct, frozen=True):
    """What the code stands for; without `article` the `miss` says why it is nothing.

    `sum` is what this very piece costs where its code says how much of it there is. `matching` are promotions that go
    with it, by their titles. `basket` is what became of it there: `added`, `full`, `locked` while it is paid, or empty
    where it is nobody's; then `take_url` is where a phone takes it along. `guest` is by what she can be meant again for
    a while.
    """

    article: ShelfPrice | None = None
    miss: _Short = ""
    sum: Money | None = None
    stock: _Stock | None = None
    variants: Annotated[tuple[Variant, ...], Meta(max_length=12)] = ()
    matching: Annotated[tuple[Words, ...], Meta(max_length=3)] = ()
    basket: _Short = ""
    take_url: Url | None = None
    guest: Id | None = None
