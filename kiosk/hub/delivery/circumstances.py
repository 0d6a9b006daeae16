"""Gathers what decides of an errand."""

from datetime import datetime
from typing import cast

from sqlalchemy.orm import Session

from kiosk.hub.delivery.decision import Facts
from kiosk.hub.domain.allowance import may_message
from kiosk.hub.models.errand import Channel, Errand, count_sent
from kiosk.hub.models.message import Message


def gather_facts(session: Session, errand: Errand, message: Message, member_key: str, midnight: datetime) -> Facts:
    """The facts, of this member; `midnight` is when the store's day began."""
    return Facts(
        written_at=message.written_at,
        is_read=message.read_at is not None,
        is_allowed=may_message(session, member_key, cast("Channel", errand.channel)),
        is_awaited=errand.is_awaited,
        sent_today=count_sent(session, member_key, midnight),
        tries=errand.tries,
    )
