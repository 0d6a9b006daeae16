"""Takes a whole table, some rows at a time: who else writes waits for no more, and a break leaves whole rows alone."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.article_row import take_article_row
from kiosk.hub.domain.profile.event_row import make_import_source, take_event_row
from kiosk.hub.domain.profile.intake import Intake
from kiosk.hub.domain.profile.member_row import take_member_row
from kiosk.hub.domain.profile.receipt_row import take_receipt_row
from kiosk.hub.domain.profile.table import Refused, Row, RowRefused

MOST_AT_ONCE = 200
Take: TypeAlias = Callable[[Row], None]


class Progress(Struct, frozen=True):
    """How far it got, and what was refused since the last time."""

    rows: int
    taken: int
    refused: tuple[Refused, ...]


def import_events(hub: Hub, store_id: str, rows: Iterable[tuple[int, Row]]) -> Iterator[Progress]:
    """Take a table of events."""

    def take_part(session: Session, part: list[tuple[int, Row]]) -> list[Refused]:
        intake = Intake(hub, session, make_import_source(hub, store_id))
        refused = _take_rows(part, lambda row: take_event_row(hub, intake, row))
        intake.refresh()
        return refused

    return _import_all(hub, rows, take_part)


def import_receipts(hub: Hub, store_id: str, rows: Iterable[tuple[int, Row]], key: bytes | None) -> Iterator[Progress]:
    """Take a table of receipts; `key` is the store key."""
    return _import_all(
        hub,
        rows,
        lambda session, part: _take_rows(part, lambda row: take_receipt_row(hub, session, store_id, row, key)),
    )


def import_members(hub: Hub, store_id: str, rows: Iterable[tuple[int, Row]], key: bytes | None) -> Iterator[Progress]:
    """Take a table of members; `key` is the store key."""
    return _import_all(
        hub,
        rows,
        lambda session, part: _take_rows(part, lambda row: take_member_row(hub, session, store_id, row, key)),
    )


def import_articles(hub: Hub, store_id: str, rows: Iterable[tuple[int, Row]]) -> Iterator[Progress]:
    """Take a table of articles."""
    return _import_all(
        hub, rows, lambda session, part: _take_rows(part, lambda row: take_article_row(hub, session, store_id, row))
    )


def _import_all(
    hub: Hub,
    rows: Iterable[tuple[int, Row]],
    take_part: Callable[[Session, list[tuple[int, Row]]], list[Refused]],
) -> Iterator[Progress]:
    count = taken = 0
    remaining = iter(rows)
    while part := list(islice(remaining, MOST_AT_ONCE)):
        with hub.database.erase() as session:
            refused = take_part(session, part)
        count += len(part)
        taken += len(part) - len(refused)
        yield Progress(count, taken, tuple(refused))


def _take_rows(part: list[tuple[int, Row]], take: Take) -> list[Refused]:
    refused: list[Refused] = []
    for line, row in part:
        try:
            take(row)
        except RowRefused as error:
            refused.append(Refused(line, error.column, error.reason))
    return refused
