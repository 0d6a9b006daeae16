"""A made-up row in every table that there is, read off the database: so every version can have some."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, select, text, types

Row = dict[str, Any]
Key = tuple[Any, ...]
_BY_TYPE: dict[type[types.TypeEngine[Any]], object] = {
    types.Boolean: False,
    types.DateTime: datetime(2026, 11, 22, 9, tzinfo=UTC).replace(tzinfo=None),
    types.Date: date(2026, 11, 22),
    types.Float: 1.5,
    types.JSON: {},
    types.LargeBinary: b"x",
}
_BY_NAME = {"time_zone": "Europe/Berlin", "language": "de", "amount": "9.90", "currency": "EUR"}
"""What migrations read."""


def add_rows(connection: Connection, number: int) -> dict[str, Row]:
    """Add a row of this number to every table, each of which refers to those of the same number; the rows by table."""
    metadata = MetaData()
    metadata.reflect(connection)
    if connection.dialect.name == "postgresql":  # as SQLite does unless it is asked: rows may refer to later ones
        connection.execute(text("SET session_replication_role = replica"))
    tables = [table for name, table in metadata.tables.items() if name != "alembic_version"]
    rows = {table.name: {column.name: _make_value(column, number) for column in table.columns} for table in tables}
    for table in tables:
        connection.execute(table.insert().values(rows[table.name]))
    return rows


def read_rows(connection: Connection, table: Table) -> dict[Key, Row]:
    """All rows of this table, by their keys."""
    rows = map(dict, connection.execute(select(table)).mappings())
    return {take_key(table, row): row for row in rows}


def take_key(table: Table, row: Row) -> Key:
    """What tells this row from all others of the table."""
    return tuple(row[column.name] for column in table.primary_key)


def _make_value(column: Column[Any], number: int) -> object:
    for key in column.foreign_keys:
        return _make_value(key.column, number)
    for kind, value in _BY_TYPE.items():
        if isinstance(column.type, kind):
            return value
    return 1000 + number if isinstance(column.type, types.Integer) else _make_text(column.name, number)


def _make_text(name: str, number: int) -> str:
    return _BY_NAME.get(name, f"{name}-{number}")
