"""Who was not heard of for so long that she is erased as if she had asked for it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.conversation import Conversation
from kiosk.hub.models.conversation.message import MEMBER, Message
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.consent import Consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.member_sign_in import MemberSignIn
from kiosk.hub.models.profile.profile_event import ProfileEvent
from kiosk.hub.models.profile.receipt import Receipt

_KIN = aliased(Member)


def list_idle(session: Session, before: datetime, most: int, *, joined: bool) -> Sequence[str]:
    """So many of whom nothing was heard since then, by the key that they go by: those with an account, or without."""
    return session.scalars(_select_idle(before, joined=joined).order_by(Member.key).limit(most)).all()


def count_idle(session: Session, before: datetime, *, joined: bool) -> int:
    """How many those are."""
    return session.scalar(select(func.count()).select_from(_select_idle(before, joined=joined).subquery())) or 0


def _select_idle(before: datetime, *, joined: bool) -> Select[str]:
    has_account = exists().where(Account.member_key.in_(_select_kin()))
    was_here = exists().where(
        or_(_KIN.key == Member.key, _KIN.person_key == Member.key),
        or_(_KIN.joined_at >= before, _KIN.last_visit >= before.date()),
    )
    wrote = exists().where(
        Conversation.member_key.in_(_select_kin()),
        Message.conversation_id == Conversation.id,
        Message.author == MEMBER,
        Message.written_at >= before,
    )
    deeds = (
        _did(Bookmark.member_key, Bookmark.kept_at, before),
        _did(MemberSignIn.member_key, MemberSignIn.began_at, before),
        _did(Consent.member_key, Consent.given_at, before),
        _did(ProfileEvent.member_key, ProfileEvent.happened_at, before),
        _did(Receipt.member_key, Receipt.bought_at, before),
    )
    query = select(Member.key).where(Member.person_key.is_(None), Member.joined_at < before)
    query = query.where(has_account if joined else ~has_account)
    return query.where(~was_here, ~wrote, *(~deed for deed in deeds))


def _select_kin() -> Select[str]:
    return select(_KIN.key).where(or_(_KIN.key == Member.key, _KIN.person_key == Member.key)).correlate(Member)


def _did(
    owner: InstrumentedAttribute[str] | InstrumentedAttribute[str | None],
    moment: InstrumentedAttribute[datetime],
    before: datetime,
) -> ColumnElement[bool]:
    return exists().where(owner.in_(_select_kin()), moment >= before)
