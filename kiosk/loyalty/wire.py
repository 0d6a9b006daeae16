"""Reads the API's answers part by part, so that one broken offer, item or shopper never hides the others."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Raw, Struct

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.contract.offer import Offer
from kiosk.contract.place import DOOR, EXIT, PICK_UP, Place
from kiosk.contract.playlist import Item
from kiosk.contract.shopper import Shopper
from kiosk.loyalty.failure import WireRefused
from kiosk.offers.posterior import Redeemed

MOST_OFFERS = 20_000
MOST_ITEMS = 1_000
"""More than any shop has; beyond it a catalogue is a mistake, and would slow the screen down."""


class Fetched(Struct, frozen=True):
    """A catalogue as it came, with its `ETag`, if it had one."""

    raw: bytes
    etag: str | None


class Skipped(Struct, frozen=True):
    """A part that was left out: its id where it has one, else its place such as `offers[3]`; and why."""

    id: str
    reason: str


class WireCatalogue(Struct, frozen=True):
    """What of a catalogue is as the contract says.

    `epoch` goes beyond it: as `playlist_epoch`, a time with offset, a server may ask its screens to play in step.
    So do `redeemed`, what was redeemed of this screen's own bookmarks, ever, and `contacts_per_day`, how many offers a
    shopper is shown in a day at most; its `place`, a door, an exit or the pick-up desk, and of any other none; and
    `visit_url`, the web address at which a phone says at a door that its owner is there.
    """

    offers: tuple[Offer, ...] = ()
    playlist: tuple[Item, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    epoch: datetime | None = None
    redeemed: Redeemed = {}
    contacts_per_day: int | None = None
    place: Place = ""
    visit_url: str | None = None


class WireShoppers(Struct, frozen=True):
    """What of a page of shoppers is as the contract says; `cursor` asks for what comes after it."""

    cursor: str
    shoppers: tuple[Shopper, ...] = ()
    gone: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class _CatalogueEnvelope(Struct):
    offers: list[Raw] = []
    playlist: list[Raw] = []
    playlist_epoch: Raw = Raw(b"null")
    redeemed: Raw = Raw(b"{}")
    contacts_per_day: Raw = Raw(b"null")
    place: Raw = Raw(b'""')
    visit_url: Raw = Raw(b"null")


class _ShoppersEnvelope(Struct):
    cursor: str
    shoppers: list[Raw] = []
    gone: list[str] = []


class _OnlyId(Struct):
    id: str


_Moment = Annotated[datetime, Meta(tz=True)]
_Cap = Annotated[int, Meta(ge=1)]
_Address = Annotated[str, Meta(max_length=2000)]
_EPOCH: msgspec.json.Decoder[datetime | None] = msgspec.json.Decoder(_Moment | None)
_REDEEMED: msgspec.json.Decoder[Redeemed] = msgspec.json.Decoder(Annotated[Redeemed, Meta(max_length=MOST_OFFERS)])
_CONTACTS: msgspec.json.Decoder[int | None] = msgspec.json.Decoder(_Cap | None)
_PLACE: msgspec.json.Decoder[str] = msgspec.json.Decoder(str)
_VISIT_URL: msgspec.json.Decoder[str | None] = msgspec.json.Decoder(_Address | None)
_PLACES: Mapping[str, Place] = MappingProxyType({one: one for one in (DOOR, EXIT, PICK_UP)})

Part = TypeVar("Part", bound=Struct)
Envelope = TypeVar("Envelope", bound=Struct)
Member = TypeVar("Member")


def parse_catalogue(raw: bytes) -> WireCatalogue:
    """Read the body of `GET /v1/catalogue`. Raises `WireRefused` when nothing of it can be read."""
    envelope = _open(raw, _CatalogueEnvelope)
    offers, bad_offers = _read_parts("offers", envelope.offers[:MOST_OFFERS], Offer, lambda offer: offer.id)
    items, bad_items = _read_parts("playlist", envelope.playlist[:MOST_ITEMS], Item, lambda item: item.id)
    bad = bad_offers + bad_items
    if bad and not offers + items:
        message = "not one offer or item of the catalogue is as the contract says"
        raise WireRefused(message)
    beyond = _skip_beyond("offers", envelope.offers, MOST_OFFERS) + _skip_beyond(
        "playlist", envelope.playlist, MOST_ITEMS
    )
    epoch, bad_epoch = _read_member("playlist_epoch", envelope.playlist_epoch, _EPOCH, None)
    redeemed, bad_redeemed = _read_member("redeemed", envelope.redeemed, _REDEEMED, {})
    contacts, bad_contacts = _read_member("contacts_per_day", envelope.contacts_per_day, _CONTACTS, None)
    place, bad_place = _read_member("place", envelope.place, _PLACE, "")
    visit_url, bad_visit_url = _read_member("visit_url", envelope.visit_url, _VISIT_URL, None)
    skipped = bad + beyond + bad_epoch + bad_redeemed + bad_contacts + bad_place + bad_visit_url
    return WireCatalogue(offers, items, skipped, epoch, redeemed, contacts, _PLACES.get(place, ""), visit_url)


def parse_shoppers(raw: bytes) -> WireShoppers:
    """Read the body of `GET /v1/shoppers`. Raises `WireRefused` when nothing of it can be read."""
    envelope = _open(raw, _ShoppersEnvelope)
    shoppers, skipped = _read_parts("shoppers", envelope.shoppers, Shopper, lambda shopper: shopper.key)
    return WireShoppers(envelope.cursor, shoppers, tuple(envelope.gone), skipped)


def _open(raw: bytes, kind: type[Envelope]) -> Envelope:
    try:
        return msgspec.json.decode(raw, type=kind)
    except JSON_FLAWS as error:
        message = "the answer is not the JSON of the contract"
        raise WireRefused(message) from error


def _read_parts(
    name: str, raws: Iterable[Raw], kind: type[Part], id_of: Callable[[Part], str]
) -> tuple[tuple[Part, ...], tuple[Skipped, ...]]:
    parts: dict[str, Part] = {}
    skipped: list[Skipped] = []
    decoder = msgspec.json.Decoder(kind)
    for place, raw in enumerate(raws):
        try:
            part = decoder.decode(raw)
        except JSON_FLAWS as error:
            skipped.append(Skipped(_find_id(raw) or f"{name}[{place}]", _give_reason(error)))
            continue
        if id_of(part) in parts:
            skipped.append(Skipped(id_of(part), "the id is taken by an earlier one"))
        else:
            parts[id_of(part)] = part
    return tuple(parts.values()), tuple(skipped)


def _read_member(
    name: str, raw: Raw, decoder: msgspec.json.Decoder[Member], default: Member
) -> tuple[Member, tuple[Skipped, ...]]:
    """A member that may be missing or wrong: then the default stands for it."""
    try:
        return decoder.decode(raw), ()
    except JSON_FLAWS as error:
        return default, (Skipped(name, _give_reason(error)),)


def _skip_beyond(name: str, raws: list[Raw], most: int) -> tuple[Skipped, ...]:
    """One entry for all the parts that are too many."""
    excess = len(raws) - most
    return (Skipped(f"{name}[{most}]", f"{excess} too many: a screen takes {most}"),) if excess > 0 else ()


def _find_id(raw: Raw) -> str | None:
    try:
        found = msgspec.json.decode(raw, type=_OnlyId).id
    except JSON_FLAWS:
        return None
    return found if found.isprintable() and 0 < len(found) <= 128 else None  # noqa: PLR2004  # the contract's bound


def _give_reason(error: Exception) -> str:
    """Which member is wrong; the rest of a decoder's message may repeat what was sent."""
    _, _, path = str(error).rpartition(" - at ")
    return f"not as the contract says at {path}" if path.startswith("`$") else "not as the contract says"
