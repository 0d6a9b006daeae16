"""Writes rows at once: that a session finds out by itself what it has to write costs several times the writing."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Column, bindparam
from sqlalchemy.orm import Session

from kiosk.hub.models.base import Base
from kiosk.hub.models.prepared import Prepared, Sent


def write_row(session: Session, kind: type[Base], values: Mapping[str, object]) -> int:
    """Write a new row of these values; what it refers to is written. The number that the database gave it, or 0.

    What is not among the values is as the table has it by itself.
    """
    return next(iter(send_row(session, kind, values).read()), 0)


def send_row(session: Session, kind: type[Base], values: Mapping[str, object]) -> Sent[int]:
    """As `write_row`, for who reads the number later, or never."""
    return _prepare(kind).send(session, **values)


def write_rows(session: Session, kind: type[Base], rows: Iterable[Mapping[str, object]]) -> None:
    """As many, of a table whose rows the database does not number."""
    _prepare(kind).run_all(session, rows)


@cache
def _prepare(kind: type[Base]) -> Prepared[int]:
    table = Base.metadata.tables[kind.__tablename__]
    number = table.autoincrement_column
    told = (column for column in table.columns if column is not number)
    values = {column.name: bindparam(column.name, _find_default(column), type_=column.type) for column in told}
    insert = table.insert().values(values)
    return Prepared(insert if number is None else insert.returning(number), int)


def _find_default(column: Column[Any]) -> object:
    return getattr(column.default, "arg", None) if column.default is not None and column.default.is_scalar else None
