"""Lets go of what was kept for long enough, for as long as the hub serves: a little at a time, and all in the end."""

import logging
from collections import Counter
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.erasure import erase_member
from kiosk.hub.domain.retention.aged import AGED, count_aged, drop_aged
from kiosk.hub.domain.retention.idle import count_idle, list_idle
from kiosk.hub.domain.retention.unclaimed import count_unclaimed, list_unclaimed
from kiosk.hub.domain.settlement.shortage import expire_order
from kiosk.hub.models.members.member import Member
from kiosk.hub.retention import Keep, What, read_retention
from kiosk.poller import Poller

_EVERY_S, _REST_S = 3600.0, 300.0
_BETWEEN_S = 0.2
"""Whoever else writes has his turn in between."""
_MOST_IDLE = 5
_MOST_UNCLAIMED = 20
_log = logging.getLogger(__name__)


def keep_letting_go(hub: Hub) -> Poller:
    """Until this ends, look every hour."""
    return Poller("retention", lambda: let_go_some(hub), _REST_S)


def let_go_some(hub: Hub) -> float:
    """Let go of a portion of each; the seconds until the next look. What was let go is said in the log, by number."""
    gone = Counter({keep.what: _drop(hub, keep) for keep in _list_keeps(hub)})
    told = ", ".join(f"{what} {number}" for what, number in gone.items() if number)
    if told:
        _log.info("kept for long enough: %s", told)
    return _BETWEEN_S if told else _EVERY_S


def let_go_all(hub: Hub) -> Counter[What]:
    """Let go of all that was kept for long enough; how many of each."""
    gone: Counter[What] = Counter()
    for keep in _list_keeps(hub):
        while number := _drop(hub, keep):
            gone[keep.what] += number
    return gone


def count_old(hub: Hub) -> list[tuple[Keep, int]]:
    """How many of each were kept for long enough."""
    with hub.database.read() as session:
        return [(keep, _count(session, keep, _find_end(hub, keep))) for keep in _list_keeps(hub)]


def _count(session: Session, keep: Keep, before: datetime) -> int:
    aged = AGED.get(keep.what)
    if aged:
        return count_aged(session, aged, before)
    if keep.what == "open_pickups":
        return count_unclaimed(session, before)
    return count_idle(session, before, joined=keep.what == "idle_members")


def _list_keeps(hub: Hub) -> tuple[Keep, ...]:
    return hub.settings.retention or read_retention()


def _find_end(hub: Hub, keep: Keep) -> datetime:
    return hub.now() - timedelta(days=keep.days)


def _drop(hub: Hub, keep: Keep) -> int:
    aged, before = AGED.get(keep.what), _find_end(hub, keep)
    if keep.what == "open_pickups":
        return _cancel_unclaimed(hub, before)
    if aged is None:
        return _erase_idle(hub, before, joined=keep.what == "idle_members")
    with hub.database.read() as session:
        if not count_aged(session, aged, before):
            return 0
    with hub.database.erase() as session:
        return drop_aged(session, aged, before)


def _cancel_unclaimed(hub: Hub, before: datetime) -> int:
    with hub.database.read() as session:
        if not count_unclaimed(session, before):
            return 0
    with hub.database.erase() as session:
        unclaimed = list_unclaimed(session, before, _MOST_UNCLAIMED)
        for pickup in unclaimed:
            expire_order(hub, session, pickup)
        return len(unclaimed)


def _erase_idle(hub: Hub, before: datetime, *, joined: bool) -> int:
    with hub.database.read() as session:
        keys = list_idle(session, before, _MOST_IDLE, joined=joined)
    for key in keys:
        with hub.database.erase() as session:
            member = session.get(Member, key)
            # She may have come back this very moment.
            if member is not None and key in list_idle(session, before, _MOST_IDLE, joined=joined):
                erase_member(hub, session, member)
    return len(keys)
