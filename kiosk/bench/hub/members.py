"""Members of a store by the million, each with a card: the database itself makes them of one that the hub made."""

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from sqlite3 import Connection as SqliteConnection
from typing import cast

from sqlalchemy import text
from sqlalchemy.orm import Session

from kiosk.hub.database import open_database
from kiosk.hub.models.members.credential import Credential
from kiosk.hub.models.members.member import Member

KIND = "ndef"
"""What their cards prove themselves by."""
_AT_ONCE = 50_000
"""So many rows are written in one transaction."""
_JOINED_AT = datetime(2026, 1, 5, tzinfo=UTC)
# No row is sent: by the driver's own ways, `executemany` and COPY, the like of it takes several times as long.
_NUMBERS = (
    "WITH RECURSIVE numbers(n) AS (SELECT CAST(:first AS INTEGER) UNION ALL SELECT n + 1 FROM numbers WHERE n < :last) "
)
_MEMBERS = """
INSERT INTO members (key, store_id, joined_at, language, segments, revision, visits, interests)
{numbers} SELECT 's_bench' || n, store_id, joined_at, language, segments, revision, visits, interests
FROM members CROSS JOIN numbers WHERE key = 's_bench0'
"""
_CARDS = """
INSERT INTO credentials (store_id, kind, value, member_key)
{numbers} SELECT store_id, kind, {card}, 's_bench' || n
FROM credentials CROSS JOIN numbers WHERE member_key = 's_bench0'
"""
_HASHES = {
    "sqlite": "name_card(n)",
    "postgresql": "encode(sha256(convert_to('bench-card-' || n, 'UTF8')), 'hex')",
}
"""As `name_card`, in the database's own words."""


def name_card(number: int) -> str:
    """The hash by which the hub knows the card of this member; above the last of them, a card of nobody."""
    return sha256(f"bench-card-{number}".encode()).hexdigest()


def add_members(url: str, store: str, count: int, tell: Callable[[int], None] = lambda _: None) -> None:
    """Have so many members join, who keep nothing yet and whom no screen hears of; `tell` hears how many there are."""
    database = open_database(url)
    with database.write() as session:
        _add_first(session, store)
    for first in range(1, count, _AT_ONCE):
        last = min(first + _AT_ONCE, count) - 1
        with database.write() as session:
            _copy(session, first, last)
        tell(last + 1)
    database.close()


def _add_first(session: Session, store: str) -> None:
    session.add(Member(key="s_bench0", store_id=store, joined_at=_JOINED_AT, language="de", segments=[]))
    session.flush()
    session.add(Credential(store_id=store, kind=KIND, value=name_card(0), member_key="s_bench0"))


def _copy(session: Session, first: int, last: int) -> None:
    dialect = session.get_bind().dialect.name
    if dialect == "sqlite":
        driver = cast("SqliteConnection", session.connection().connection.driver_connection)
        driver.create_function("name_card", 1, name_card, deterministic=True)
    for statement in (_MEMBERS, _CARDS):
        rows = statement.format(numbers=_NUMBERS, card=_HASHES[dialect])
        session.execute(text(rows), {"first": first, "last": last})
