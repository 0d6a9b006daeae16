"""Members of a store by the hundred thousand, each with a card."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import insert

from kiosk.hub.database import open_database
from kiosk.hub.models.credential import Credential
from kiosk.hub.models.member import Member

KIND = "ndef"
"""What their cards prove themselves by."""
_BATCH = 10_000
_JOINED_AT = datetime(2026, 1, 5, tzinfo=UTC)


def name_card(number: int) -> str:
    """The hash by which the hub knows the card of this member; above the last of them, a card of nobody."""
    return sha256(f"bench-card-{number}".encode()).hexdigest()


def add_members(url: str, store: str, count: int) -> None:
    """Have so many members join, who keep nothing yet and whom no screen hears of."""
    database = open_database(url)
    for first in range(0, count, _BATCH):
        numbers = range(first, min(first + _BATCH, count))
        with database.write() as session:
            session.execute(insert(Member), [_write_member(store, number) for number in numbers])
            session.execute(insert(Credential), [_write_card(store, number) for number in numbers])
    database.close()


def _write_member(store: str, number: int) -> dict[str, Any]:
    return {
        "key": _name(number),
        "store_id": store,
        "joined_at": _JOINED_AT,
        "language": "de",
        "segments": [],
        "revision": 0,
        "visits": 0,
        "interests": {},
    }


def _write_card(store: str, number: int) -> dict[str, Any]:
    return {"store_id": store, "kind": KIND, "value": name_card(number), "member_key": _name(number)}


def _name(number: int) -> str:
    return f"s_bench{number}"
