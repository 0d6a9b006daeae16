"""From every version that a hub may have been, with something in each of its tables, the migrations lead to today's."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, Table, create_engine
from sqlalchemy.pool import NullPool

from kiosk.hub.database import migrate_database
from kiosk.hub.models.tables import METADATA
from tests.hub.migrations.config import make_config
from tests.hub.migrations.rows import Key, Row, add_rows, read_rows, take_key

REVISIONS = [script.revision for script in ScriptDirectory.from_config(make_config()).walk_revisions()][::-1]
# Who waited to be let in asks again, for nobody knows any more who asked.
_FORGOTTEN = "enrolments"


def _upgrade(url: str, revision: str) -> None:
    command.upgrade(make_config(url), revision)


def _open(url: str) -> Engine:
    return create_engine(url, poolclass=NullPool)


def _list_losses(url: str, kept: list[dict[str, Row]]) -> list[str]:
    """What of these rows is there no more, or says something else."""
    metadata, losses = MetaData(), list[str]()
    with _open(url).connect() as connection:
        metadata.reflect(connection)
        for name in sorted({name for rows in kept for name in rows} - {_FORGOTTEN}):
            before = [rows[name] for rows in kept if name in rows]
            table = metadata.tables.get(name)
            losses += [name] if table is None else _list_lost(table, before, read_rows(connection, table))
    return losses


def _list_lost(table: Table, before: list[Row], now: dict[Key, Row]) -> list[str]:
    losses = list[str]()
    for row in before:
        left = now.get(take_key(table, row))
        losses += [table.name] if left is None else _list_changes(table.name, row, left)
    return losses


def _list_changes(table: str, before: Row, now: Row) -> list[str]:
    return [f"{table}.{column}" for column, value in before.items() if column in now and now[column] != value]


def _compare(url: str) -> object:
    with _open(url).connect() as connection:
        return compare_metadata(MigrationContext.configure(connection, opts={"target_metadata": METADATA}), METADATA)


def test_what_any_version_kept_is_there_after_every_later_one(url: str) -> None:
    kept: list[dict[str, Row]] = []
    for number, revision in enumerate(REVISIONS):
        _upgrade(url, revision)
        with _open(url).begin() as connection:
            kept.append(add_rows(connection, number))

    assert _list_losses(url, kept) == []
    assert _compare(url) == []


@pytest.mark.parametrize("revision", REVISIONS[:-1:12])
def test_all_later_versions_can_be_made_up_for_at_once(url: str, revision: str) -> None:
    _upgrade(url, revision)
    with _open(url).begin() as connection:
        kept = add_rows(connection, 0)
    migrate_database(url)

    assert _list_losses(url, [kept]) == []
    assert _compare(url) == []
