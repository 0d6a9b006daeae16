"""What a member allowed: one row per purpose and time, kept as evidence also once withdrawn."""

from datetime import datetime

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.member import Member, group_by_member, note_change


class Consent(Base):
    """A consent to one purpose: which wording she saw, where she gave it, and when she took it back."""

    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)
    purpose: Mapped[str]
    given_at: Mapped[datetime]
    text_version: Mapped[str]
    source: Mapped[str]
    withdrawn_at: Mapped[datetime | None] = mapped_column(default=None)


def group_purposes(session: Session, keys: Select[str]) -> dict[str, list[str]]:
    """The purposes that these members allow now, by member."""
    query = select(Consent.member_key, Consent.purpose)
    return group_by_member(session, query.where(Consent.member_key.in_(keys), Consent.withdrawn_at.is_(None)))


def list_consents(session: Session, member_key: str) -> list[Consent]:
    """All that the member ever allowed, what she gave last first."""
    query = select(Consent).where(Consent.member_key == member_key)
    return list(session.scalars(query.order_by(Consent.given_at.desc(), Consent.id.desc())))


def is_given(session: Session, member_key: str, purpose: str) -> bool:
    """Whether the member allows this purpose now."""
    query = select(Consent.id).where(
        Consent.member_key == member_key, Consent.purpose == purpose, Consent.withdrawn_at.is_(None)
    )
    return session.scalar(query.limit(1)) is not None


def give_consent(session: Session, member: Member, consent: Consent) -> None:
    """Note a consent; the screens hear of it when they next ask."""
    session.add(consent)
    note_change(session, member)


def withdraw_consent(session: Session, member: Member, purpose: str, now: datetime) -> None:
    """Take a consent back; the screens hear of it when they next ask."""
    query = select(Consent).where(
        Consent.member_key == member.key, Consent.purpose == purpose, Consent.withdrawn_at.is_(None)
    )
    for consent in session.scalars(query):
        consent.withdrawn_at = now
    note_change(session, member)
