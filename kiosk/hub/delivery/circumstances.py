"""Gathers what decides of an errand."""

from datetime import datetime

from sqlalchemy.orm import Session

from kiosk.hub.delivery.decision import Facts
from kiosk.hub.domain.consent.allowance import may_message
from kiosk.hub.domain.consent.rung_phone import list_rung_phones
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.errand import Errand, count_sent
from kiosk.hub.models.conversation.message import Message


def gather_month(session: Session, errand: Errand, message: Message, member_key: str, midnight: datetime) -> Facts:
    """The facts, of this member; `midnight` is when the store's day began."""
    return Facts(
        written_at=message.written_at,
        is_read=message.read_at is not None,
        is_allowed=_is_allowed(session, errand, message, member_key),
        is_awaited=errand.is_awaited,
        sent_today=count_sent(session, member_key, midnight),
        tries=errand.tries,
    )


def _is_allowed(session: Session, errand: Errand, message: Message, member_key: str) -> bool:
    if errand.channel == "email":
        return may_message(session, member_key, "email")
    bookmark = session.get_one(Bookmark, message.bookmark_id)
    return may_message(session, member_key, "push") or bool(list_rung_phones(session, bookmark))
