"""How a member's visit begins, goes on and ends: a tap is her act, and so is a press on her phone."""

from collections.abc import Collection
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.basket.basket import find_last_packed
from kiosk.hub.models.basket.basket_line import list_basket_lines
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member, find_person, list_kin
from kiosk.hub.models.store.store import get_store
from kiosk.hub.models.visit.visit import End, Visit, Way, forget_exit, list_unended, stir_visits

PATIENCE = timedelta(hours=1)
"""Who gave no sign for so long has left."""
EXIT_PATIENCE = timedelta(minutes=10)
"""Who was seen at an exit after all else that she did, and gave no sign for so long, has left by it."""


class Arrival(Struct, frozen=True):
    """How and when she came, and by which door, if it was one."""

    way: Way
    at: datetime
    screen_id: str | None = None


def check_in(hub: Hub, session: Session, member: Member, arrival: Arrival) -> Visit | None:
    """Her visit: the one that runs, or one that begins now; `None`: what is told of is over by now.

    A screen that was offline tells late. Who came an hour ago, and gave no sign since, is not here. Whoever comes again
    has not gone.
    """
    person = find_person(session, member)
    at = min(arrival.at, hub.now())
    running = find_running(hub, session, person)
    if running is not None:
        note_sign(running, at)
        if running.exit_at is not None and running.exit_at <= at:
            forget_exit(running)
        return running
    visit = Visit(
        id=hub.mint(),
        store_id=person.store_id,
        member_key=person.key,
        way=arrival.way,
        began_at=at,
        seen_at=at,
        screen_id=arrival.screen_id,
        was_packed=bool(list_basket_lines(session, list_kin(session, person.key))),
    )
    if find_end(visit, at, hub.now(), _find_zone(session, visit)) is not None:
        return None
    session.add(visit)
    session.flush()
    stir_visits(session, person.key)
    return visit


def find_running(hub: Hub, session: Session, member: Member) -> Visit | None:
    """Her visit that runs; one that is over is closed by that."""
    keys = list_kin(session, member.key)
    running = [visit for visit in list_unended(session, keys) if not settle_visit(session, visit, hub.now())]
    return running[0] if running else None


def close_visit(session: Session, member: Member, now: datetime, by: End = "paid") -> None:
    """End her visit, if one runs: she paid, or said so herself."""
    for visit in list_unended(session, list_kin(session, member.key)):
        _end(session, visit, now, by)


def settle_visit(session: Session, visit: Visit, now: datetime) -> bool:
    """Note that the visit is over, if it is; whether it is. It ended with her last sign."""
    last = min(find_last_sign(session, visit), now)
    end = find_end(visit, last, now, _find_zone(session, visit))
    note_sign(visit, last)
    if end is not None:
        _end(session, visit, last, end)
    return end is not None


def note_sign(visit: Visit, at: datetime) -> None:
    """She was heard of then: after an exit saw her go, by that she has not gone."""
    visit.seen_at = max(visit.seen_at, at)
    if visit.exit_at is not None and visit.seen_at > visit.exit_at:
        forget_exit(visit)


def find_last_sign(session: Session, visit: Visit) -> datetime:
    """When she was last heard of: by a screen, by what she kept, or by what she put into her basket."""
    keys = list_kin(session, visit.member_key)
    kept = session.scalar(select(func.max(Bookmark.tapped_at)).where(Bookmark.member_key.in_(keys)))
    packed = find_last_packed(session, keys)
    return max([visit.seen_at, *(at for at in (kept, packed) if at is not None)])


def find_end(visit: Visit, last: datetime, now: datetime, zone: ZoneInfo) -> End | None:
    """Why the visit is over, whose `last` sign was then; `None`: it runs."""
    was_last_at_an_exit = visit.exit_at is not None and last <= visit.exit_at
    if now - last >= (EXIT_PATIENCE if was_last_at_an_exit else PATIENCE):
        return "left"
    is_same_day = visit.began_at.astimezone(zone).date() == now.astimezone(zone).date()
    return None if is_same_day else "night"


def note_zones(visit: Visit, zones: Collection[str], at: datetime) -> None:
    """She stood before these zones then."""
    visit.zones = [*visit.zones, *(zone for zone in zones if zone not in visit.zones)]
    note_sign(visit, at)


def _end(session: Session, visit: Visit, at: datetime, by: End) -> None:
    stir_visits(session, visit.member_key)
    visit.ended_at, visit.ended_by, visit.is_due = at, by, by != "paid"


def _find_zone(session: Session, visit: Visit) -> ZoneInfo:
    return ZoneInfo(get_store(session, visit.store_id).time_zone)
