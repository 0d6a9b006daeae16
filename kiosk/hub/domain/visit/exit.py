"""A member at an exit: who did all else before she came to it goes, until somebody hears of her again."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.visit.visit import find_last_sign, find_running, note_sign
from kiosk.hub.models.basket.basket import find_last_packed
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.visit.visit import Visit, stir_visits


class Passage(Struct, frozen=True):
    """From when until when she was before an exit, as its screen says."""

    began_at: datetime
    until: datetime


def go_out(hub: Hub, session: Session, member: Member, told: Passage) -> Visit | None:
    """Note that she was there; her visit, if she goes from it by that.

    Who scans before an exit is not on her way out, and who was told of late may have done something since. Nobody comes
    in by it.
    """
    visit, passage = find_running(hub, session, member), _set_right(told, hub.now())
    if visit is None or passage.until < visit.began_at:
        return None
    packed_at = find_last_packed(session, list_kin(session, visit.member_key))
    has_done_all = passage.began_at > max(visit.began_at, packed_at or visit.began_at)
    is_last = passage.until >= find_last_sign(session, visit)
    stir_visits(session, visit.member_key)
    if not (has_done_all and is_last):
        note_sign(visit, passage.until)
        return None
    visit.exit_at = visit.seen_at = passage.until
    return visit


def stay_on(hub: Hub, session: Session, member: Member, at: datetime) -> None:
    """She is there, be it by what might be a copy of her card: that proves nothing but that she may not have gone."""
    visit = find_running(hub, session, member)
    if visit is not None:
        note_sign(visit, min(at, hub.now()))
        stir_visits(session, visit.member_key)


def _set_right(told: Passage, now: datetime) -> Passage:
    """By the hub's clock, where the screen's is ahead: what she did after she came must not seem to lie before it."""
    ahead = told.until - now
    return Passage(told.began_at - ahead, now) if told.until > now else told
