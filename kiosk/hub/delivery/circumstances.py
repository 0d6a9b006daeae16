"""Gathers what decides of an errand."""

from datetime import datetime

from sqlalchemy.orm import Session

from kiosk.hub.delivery.decision import Facts
from kiosk.hub.domain.consent.allowance import may_message
from kiosk.hub.domain.consent.rung_phone import list_rung_phones
from kiosk.hub.domain.conversation.page import Page, get_page
from kiosk.hub.models.conversation.errand import Errand, count_sent
from kiosk.hub.models.conversation.message import Message


def gather_month(session: Session, errand: Errand, message: Message, midnight: datetime) -> Facts:
    """The facts; `midnight` is when the store's day began."""
    page = get_page(session, message)
    return Facts(
        written_at=message.written_at,
        is_read=message.read_at is not None,
        is_allowed=_is_allowed(session, errand, page),
        is_awaited=errand.is_awaited,
        sent_today=count_sent(session, page.member_key, midnight),
        tries=errand.tries,
    )


def _is_allowed(session: Session, errand: Errand, page: Page) -> bool:
    if errand.channel == "email":
        return may_message(session, page.member_key, "email")
    return may_message(session, page.member_key, "push") or bool(list_rung_phones(session, page))
