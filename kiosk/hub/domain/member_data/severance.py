"""What becomes of her rows at her erasure, by the registry, and of what other rows say of her in passing."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import Text, cast, delete, or_, select, update
from sqlalchemy.orm import Session

from kiosk.hub.domain.member_data.belonging import Belonging, get_table, match_hers
from kiosk.hub.domain.member_data.registry import HERS
from kiosk.hub.domain.member_data.traces import Traces
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.webhook import Webhook
from kiosk.hub.models.outside.webhook_event import WebhookEvent
from kiosk.hub.models.profile.merge import Merge
from kiosk.hub.models.store.event import Event
from kiosk.hub.models.tables import METADATA

_TAP = "kiosk.tap"
_NEAR_MS = 10 * 60 * 1000
"""A screen tells of a tap as an event whose id, a UUIDv7 as the bookmark's, was made within so many milliseconds."""


def sever_rows(session: Session, traces: Traces, mint: Callable[[], str]) -> None:
    """Delete what is hers, and let what must stay be nobody's; `mint` makes a text that nobody can guess.

    The rows that refer to others go before those.
    """
    order = [table.name for table in reversed(METADATA.sorted_tables)]
    for belonging in sorted(HERS, key=lambda one: order.index(one.table)):
        if belonging.severed is None:
            session.execute(delete(get_table(belonging)).where(match_hers(belonging, traces)))
        elif belonging.severed:
            _set_anew(session, belonging, traces, mint)


def _set_anew(session: Session, belonging: Belonging, traces: Traces, mint: Callable[[], str]) -> None:
    table = get_table(belonging)
    keys = list(table.primary_key.columns)
    for row in session.execute(select(*keys).where(match_hers(belonging, traces))).all():
        values = {name: text and text.format(mint()) for name, text in (belonging.severed or {}).items()}
        is_it = (column == value for column, value in zip(keys, row, strict=True))
        session.execute(update(table).where(*is_it).values(values))


def sever_mentions(session: Session, traces: Traces) -> None:
    """Take her out of rows that are not hers."""
    for bookmark in session.scalars(select(Bookmark).where(Bookmark.id.in_(traces.bookmarks))).all():
        _sever_tap(session, bookmark)
    _drop_announcements(session, traces)
    _sever_merges(session, traces)


def _sever_tap(session: Session, bookmark: Bookmark) -> None:
    """Let the screen's event of the tap name no bookmark; where ids are no UUIDv7 it names one that is no more."""
    bounds = _bound_ids(bookmark.id)
    if bookmark.screen_id is None or bounds is None:
        return
    query = select(Event).where(Event.store_id == bookmark.store_id, Event.screen_id == bookmark.screen_id)
    for event in session.scalars(query.where(Event.id.between(*bounds), Event.type == _TAP)):
        if event.data.get("bookmark") == bookmark.id:
            event.data = {**event.data, "bookmark": None}


def _bound_ids(text: str) -> tuple[str, str] | None:
    """The ids between which those lie that were made about then (RFC 9562, section 5.7); `None`: it is no UUIDv7."""
    try:
        id_ = UUID(text)
    except ValueError:
        return None
    milliseconds = id_.int >> 80
    ends = (max(milliseconds - _NEAR_MS, 0) << 80, (milliseconds + _NEAR_MS) << 80)
    return (str(UUID(int=ends[0])), str(UUID(int=ends[1]))) if id_.version == 7 else None  # noqa: PLR2004 # by its name


def _drop_announcements(session: Session, traces: Traces) -> None:
    """Tell other systems nothing of her any more that waits to be told."""
    names = {*traces.keys, *traces.bookmarks, *traces.conversations}
    waiting = select(WebhookEvent.number, WebhookEvent.body).join(Webhook, Webhook.id == WebhookEvent.webhook_id)
    rows = session.execute(waiting.where(Webhook.store_id == traces.store_id)).all()
    numbers = [number for number, body in rows if any(f'"{name}"' in body for name in names)]
    session.execute(delete(WebhookEvent).where(WebhookEvent.number.in_(numbers)))


def _sever_merges(session: Session, traces: Traces) -> None:
    """That others were merged, once she was one of them and then no more, names her among those who moved."""
    named = or_(*(cast(Merge.moved, Text).contains(key, autoescape=True) for key in traces.keys))
    for merge in session.scalars(select(Merge).where(named)):
        merge.moved = [key for key in merge.moved if key not in traces.keys]
