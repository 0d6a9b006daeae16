"""What a message comes to: the fact that a profile is reckoned from, and the handles that say whose it is."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import cast

from sqlalchemy.orm import Session

from kiosk.hub.domain.digest import is_hash
from kiosk.hub.domain.profile.fact import LONGEST_NAME, Detail, Fact, Kind, name_shelf
from kiosk.hub.domain.profile.handle import (
    BROWSER,
    CARDS,
    EMAIL,
    PHONE,
    USER,
    Handle,
    make_account_handle,
    make_handle,
)
from kiosk.hub.domain.profile.message import Message, get_text

_KINDS: Mapping[str, Kind] = {
    "product viewed": "viewed",
    "product list viewed": "viewed",
    "product added": "added",
    "product added to wishlist": "wished",
    "order completed": "ordered",
    "order cancelled": "cancelled",
    "order refunded": "cancelled",
}
_MOST_SHELVES = 20
_LARGEST = Decimal(10_000_000)


def read_fact(message: Message, at: datetime) -> Fact:
    """What happened; an event that is none of the known ones counts as a sign of life."""
    kind = _KINDS.get(message.event.casefold(), "other")
    properties = message.properties
    products = _list_objects(properties.get("products"))
    shelves = {name_shelf(get_text(one, "category")): None for one in (properties, *products)}
    what = next((name for one in (properties, *products) if (name := get_text(one, "name", "product_name"))), "")
    order = get_text(properties, "order_id", "orderId")[:128] if kind in ("ordered", "cancelled") else ""
    amount = read_amount(get_text(properties, "total", "revenue", "value")) if kind == "ordered" else None
    detail = Detail(
        shelves=tuple(shelf for shelf in shelves if shelf)[:_MOST_SHELVES],
        order=order or (message.message_id or "" if kind == "ordered" else ""),
        amount=amount,
        currency=get_text(properties, "currency")[:3].upper() if amount is not None else "",
        what=(message.event or message.type if kind == "other" else what)[:LONGEST_NAME],
    )
    return Fact(kind, at, detail)


def read_amount(text: str) -> Decimal | None:
    """An amount of money; `None` for what is none."""
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and abs(amount) <= _LARGEST else None


def list_handles(session: Session, store_id: str, message: Message, *, vouches: bool) -> list[Handle]:
    """By what the message says whose it is, the surest first.

    Who `vouches` is believed in the account, in a card by its hash, and in addresses that it calls verified. Of anybody
    else the browser's own id alone is believed, which nobody but that browser knows.
    """
    found: list[Handle] = []
    traits = message.traits
    if message.user_id:
        found.append(make_handle(session, USER, message.user_id, is_verified=vouches))
    for kind in (EMAIL, PHONE):
        text = get_text(traits, kind)[:254]
        is_verified = vouches and traits.get(f"{kind}Verified") is True
        if text:
            found.append(make_handle(session, kind, text, is_verified=is_verified))
        account = make_account_handle(session, store_id, text) if text and is_verified and kind == EMAIL else None
        found += [account] if account else []
    found += _list_cards(traits) if vouches else ()
    if message.anonymous_id:
        found.append(make_handle(session, BROWSER, message.anonymous_id, is_verified=True))
    return found


def _list_cards(traits: Mapping[str, object]) -> Iterator[Handle]:
    for card in _list_objects([traits.get("card")]):
        kind, value = get_text(card, "kind"), get_text(card, "value")
        if kind in CARDS and is_hash(value):
            yield Handle(kind, value, is_verified=True)


def _list_objects(value: object) -> list[Mapping[str, object]]:
    entries = cast("list[object]", value) if isinstance(value, list) else []
    return [cast("Mapping[str, object]", entry) for entry in entries if isinstance(entry, dict)]
