"""A row of a table of events as the message that a web shop's server would have sent."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import json

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.profile.intake import KEPT, UNALLOWED, Intake
from kiosk.hub.domain.profile.message import Message, MessageRefused, read_message
from kiosk.hub.domain.profile.table import Row, get_cell, get_money, get_needed, get_time, refuse_row
from kiosk.hub.domain.profile.trait import KEPT as KEPT_FOR
from kiosk.hub.models.store.source import Source

NEEDED = ("event", "timestamp")
_ANSWERS = {"": None, "yes": True, "no": False}
_REASONS = {
    UNALLOWED: ("personal_offers", "she does not allow that offers are chosen by it"),
    "nobody_proven": ("user_id", "says of nobody: user_id, anonymous_id or email must be there"),
}


def make_import_source(hub: Hub, store_id: str) -> Source:
    """As what a table counts: a server of the store's own. Nobody can send anything as that."""
    return Source(store_id=store_id, id="import", key_hash="", vouches=True, made_at=hub.now())


def take_event_row(hub: Hub, intake: Intake, row: Row) -> None:
    """Take the row; raises `RowRefused`. The same row again changes nothing."""
    at = get_time(row, "timestamp")
    if not hub.now() - KEPT_FOR < at <= hub.now():
        refuse_row("timestamp", f"must lie within the last {KEPT_FOR.days} days")
    message_id = get_cell(row, "message_id") or f"row-{digest(repr(sorted(row.items())))}"
    outcome = intake.take(_make_message(row, message_id, at), message_id, at)
    if outcome != KEPT:
        refuse_row(*_REASONS[outcome])


def _make_message(row: Row, message_id: str, at: datetime) -> Message:
    answer = get_cell(row, "personal_offers").lower()
    if answer not in _ANSWERS:
        refuse_row("personal_offers", "must be yes, no or empty")
    email = get_cell(row, "email", 254)
    amount = get_money(row, "amount")
    members = {
        "type": "track",
        "messageId": message_id,
        "userId": get_cell(row, "user_id"),
        "anonymousId": get_cell(row, "anonymous_id"),
        "event": get_needed(row, "event"),
        "properties": _list_set(
            category=get_cell(row, "category"),
            name=get_cell(row, "product"),
            order_id=get_cell(row, "order_id"),
            total=str(amount) if amount is not None else "",
            currency=get_cell(row, "currency"),
        ),
        "traits": {"email": email, "emailVerified": True} if email else {},
        "timestamp": at,
        "context": {"consent": {"categoryPreferences": {PERSONAL_OFFERS: _ANSWERS[answer]}}} if answer else {},
    }
    try:
        return read_message(json.encode({name: value for name, value in members.items() if value}))
    except MessageRefused:
        refuse_row("event", "the row is too long")


def _list_set(**values: str) -> Mapping[str, str]:
    return {name: value for name, value in values.items() if value}
