import hmac
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, MetaData, create_engine, select
from sqlalchemy.pool import NullPool

from kiosk.hub.database import migrate_database
from tests.hub.migrations.config import make_config

pytestmark = pytest.mark.sqlite

_BEFORE = "0035"
_AT = datetime(2026, 11, 22, 9, tzinfo=UTC).replace(tzinfo=None)
_HERS, _ERASED, _SEALED = "a" * 64, "b" * 64, "c" * 64


def _seal(secret: str, text: str) -> str:
    return hmac.digest(secret.encode(), text.encode(), "sha256").hex()


def _fill(connection: Connection) -> str:
    """One card whose member took her consent back, one of who was erased, and one that was sealed; the hub's key."""
    metadata = MetaData()
    metadata.reflect(connection)
    tables = metadata.tables
    secret: str = connection.scalars(select(tables["form_keys"].c.key)).one()
    ends = [{"store_id": "s", "kind": "uid", "value": card, "ended_at": _AT} for card in (_HERS, _ERASED, _SEALED)]
    connection.execute(tables["ended_consents"].insert(), ends)
    card = {"store_id": "s", "kind": "uid", "value": _HERS, "member_key": "m"}
    connection.execute(tables["credentials"].insert(), card)
    hash_ = _seal(secret, f"tombstone:credential:s:uid:{_ERASED}")
    connection.execute(tables["tombstones"].insert(), {"hash": hash_, "erased_at": _AT})
    return secret


def test_a_card_that_is_known_or_was_erased_is_sealed_and_what_was_sealed_stays(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'hub.sqlite3'}"
    command.upgrade(make_config(url), _BEFORE)
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        secret = _fill(connection)
    migrate_database(url)
    with engine.connect() as connection:
        now = set(connection.exec_driver_sql("SELECT value FROM ended_consents").scalars())

    assert now == {_seal(secret, f"uid:{_HERS}"), _seal(secret, f"uid:{_ERASED}"), _SEALED}
    assert _ERASED.encode() not in (tmp_path / "hub.sqlite3").read_bytes()
