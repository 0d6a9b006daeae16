"""Reads a table that somebody exported elsewhere, row by row: a bad row is told of, and harms no other."""

import csv
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Never, TypeAlias

from msgspec import Struct

from kiosk.errors import KioskError
from kiosk.hub.domain.century import refuse_far_times
from kiosk.hub.domain.profile.reading import read_amount

Row: TypeAlias = Mapping[str, str]
_DELIMITERS = ",;\t"


class TableRefused(KioskError):
    """The file is no such table; the text says what is missing."""


class RowRefused(ValueError):
    """A row that cannot be taken: in which column it fails, and why; it repeats nothing of what stands there."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(f"{column}: {reason}")
        self.column = column
        self.reason = reason


def refuse_row(column: str, reason: str) -> Never:
    """Raise `RowRefused`."""
    raise RowRefused(column, reason)


class Refused(Struct, frozen=True):
    """Where a row was refused, by its line in the file, and why."""

    line: int
    column: str
    reason: str


def read_table(path: Path, needed: Collection[str]) -> Iterator[tuple[int, Row]]:
    """The rows with their lines, by the names in the first row; raises `TableRefused`.

    The file is UTF-8, with commas, semicolons or tabs between its columns, as its first row has them.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline()
            names = [name.strip() for name in head.strip().split(_find_delimiter(head))]
            missing = [name for name in needed if name not in names]
            if missing:
                message = f"{path}: its first row must name the columns {', '.join(missing)}"
                raise TableRefused(message)
            reader = csv.reader(file, delimiter=_find_delimiter(head))
            for cells in reader:
                if cells:
                    yield reader.line_num + 1, dict(zip(names, (cell.strip() for cell in cells), strict=False))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"{path}: cannot be read as a table in UTF-8 ({type(error).__name__})"
        raise TableRefused(message) from error


def get_cell(row: Row, column: str, longest: int = 128) -> str:
    """What stands in this column, or nothing."""
    text = row.get(column, "")
    if len(text) > longest or not text.isprintable():
        refuse_row(column, f"must be at most {longest} printable letters")
    return text


def get_needed(row: Row, column: str) -> str:
    """What stands in this column, which may not be empty."""
    text = get_cell(row, column)
    if not text:
        refuse_row(column, "must not be empty")
    return text


def get_time(row: Row, column: str) -> datetime:
    """A time in this column: ISO 8601, in UTC where it says no offset."""
    text = get_needed(row, column)
    try:
        time = datetime.fromisoformat(text)
        return refuse_far_times(time if time.tzinfo else time.replace(tzinfo=UTC))
    except ValueError:
        refuse_row(column, "must be a time of this century, such as 2026-11-22T10:00:00+01:00")


def get_money(row: Row, column: str) -> Decimal | None:
    """An amount in this column, with a point before its decimals, or none."""
    text = get_cell(row, column)
    amount = read_amount(text) if text else None
    if text and amount is None:
        refuse_row(column, "must be an amount, such as 12.90")
    return amount


def get_names(row: Row, column: str) -> tuple[str, ...]:
    """The names in this column, with `|` between them."""
    names = (name.strip() for name in get_cell(row, column, 1000).split("|"))
    return tuple(name for name in names if name)


def _find_delimiter(head: str) -> str:
    return max(_DELIMITERS, key=head.count)
