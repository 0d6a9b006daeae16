"""Rows that go once they are old, in portions so small that who keeps an offer meanwhile does not wait."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from msgspec import Struct
from sqlalchemy import Select, Table, delete, func, select, tuple_
from sqlalchemy.orm import Session

from kiosk.hub.models.members.gone_member import GoneMember
from kiosk.hub.models.pickup.pickup import OPEN
from kiosk.hub.models.store.store import list_stores
from kiosk.hub.models.tables import METADATA
from kiosk.hub.retention import What

PORTION = 500


class Aged(Struct, frozen=True):
    """The rows of a table by the time in this column; those without one stay, and those in one of the states `but`."""

    table: str
    column: str
    but: tuple[str, ...] = ()


AGED: Mapping[What, Aged] = MappingProxyType(
    {
        "screen_events": Aged("events", "received_at"),
        "segment_stays": Aged("stays", "left_at"),
        "brought_messages": Aged("errands", "sent_at"),
        "past_happenings": Aged("happenings", "over_at"),
        "stray_mails": Aged("stray_mails", "came_at"),
        "orders": Aged("orders", "changed_at"),
        "basket_lines": Aged("basket_lines", "added_at"),
        "basket_changes": Aged("basket_changes", "made_at"),
        "visits": Aged("visits", "ended_at"),
        "pickups": Aged("pickups", "changed_at", but=OPEN),
        "released_payments": Aged("settlements", "released_at"),
        "screen_pictures": Aged("screen_pictures", "taken_at"),
        "deeds": Aged("deeds", "happened_at"),
        "record_looks": Aged("record_looks", "happened_at"),
        "told_weeks": Aged("told_weeks", "told_at"),
        "told_months": Aged("told_months", "told_at"),
        "touches": Aged("touches", "touched_at"),
        "stock_moves": Aged("stock_moves", "moved_at"),
        "gone_members": Aged("gone_members", "gone_at"),
        "void_passes": Aged("void_passes", "voided_at"),
        "tombstones": Aged("tombstones", "erased_at"),
    }
)


def count_aged(session: Session, aged: Aged, before: datetime) -> int:
    """How many are older."""
    table = METADATA.tables[aged.table]
    return session.scalar(select(func.count()).select_from(_select_old(table, aged, before).subquery())) or 0


def drop_aged(session: Session, aged: Aged, before: datetime) -> int:
    """Delete a portion of those that are older; how many that were."""
    table = METADATA.tables[aged.table]
    keys = list(table.primary_key.columns)
    rows = session.execute(_select_old(table, aged, before).limit(PORTION)).all()
    if rows and aged.table == GoneMember.__tablename__:
        _note_forgotten(session, before)
    if rows:
        session.execute(delete(table).where(tuple_(*keys).in_([tuple(row) for row in rows])))
    return len(rows)


def _select_old(table: Table, aged: Aged, before: datetime) -> Select[*tuple[object, ...]]:
    query = select(*table.primary_key.columns).where(table.c[aged.column] < before)
    return query.where(table.c.state.not_in(aged.but)) if aged.but else query


def _note_forgotten(session: Session, before: datetime) -> None:
    """Who goes from the list of those who are gone, is named to no screen any more: each store notes up to when."""
    for store in list_stores(session):
        query = select(func.max(GoneMember.revision)).where(
            GoneMember.store_id == store.id, GoneMember.gone_at < before
        )
        store.forgotten_revision = max(store.forgotten_revision, session.scalar(query) or 0)
