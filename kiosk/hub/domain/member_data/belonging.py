"""What is said of each table that holds something of a member: how her rows are found, told and erased."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from sqlalchemy import Column, Table
from sqlalchemy.sql.elements import ColumnElement

from kiosk.hub.domain.member_data.traces import Traces
from kiosk.hub.models.tables import METADATA

Trace = Literal[
    "keys",
    "bookmarks",
    "conversations",
    "messages",
    "handshakes",
    "browsers",
    "tags",
    "addresses",
    "serials",
    "accounts",
    "postings",
    "occasions",
]
"""A field of `Traces`."""


class Belonging(Struct, frozen=True):
    """Her rows of `table` are those whose `column` is one of her `trace`.

    At her erasure they are deleted; or, with `severed`, stay, with these columns set anew, because of `why`: `None`
    empties a column, and of a text `{}` becomes something that nobody can guess, once for each row. Columns that are
    `hidden` are told to nobody: what they hold lets somebody in, or says nothing but to the hub.
    """

    table: str
    column: str
    trace: Trace
    hidden: tuple[str, ...] = ()
    severed: Mapping[str, str | None] | None = None
    why: str = ""


def get_table(belonging: Belonging) -> Table:
    """The table itself."""
    return METADATA.tables[belonging.table]


def match_hers(belonging: Belonging, traces: Traces) -> ColumnElement[bool]:
    """Which rows are hers."""
    return get_table(belonging).c[belonging.column].in_(getattr(traces, belonging.trace))


def list_told(belonging: Belonging) -> list[Column[object]]:
    """The columns that are told to her; that they are hers need not be said again in each row."""
    hidden = {*belonging.hidden, "member_key"}
    return [column for column in get_table(belonging).columns if column.name not in hidden]
