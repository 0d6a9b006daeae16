"""What a member allowed: one row per purpose and time, kept as evidence also once withdrawn."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct
from sqlalchemy import ForeignKey, Select, bindparam, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.members.member import Member, note_change, select_kin
from kiosk.hub.models.prepared import Prepared


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


class Word(Struct, frozen=True):
    """That she allowed something, and when she took that back."""

    given_at: datetime
    withdrawn_at: datetime | None


def group_purposes(session: Session, keys: Select[str]) -> dict[str, set[str]]:
    """The purposes that these people allow now, by the key that they go by; what somebody said last counts."""
    person = func.coalesce(Member.person_key, Member.key)
    query = select(person, Consent).join(Member, Member.key == Consent.member_key).where(Consent.member_key.in_(keys))
    said: defaultdict[tuple[str, str], list[Consent]] = defaultdict(list)
    for key, consent in session.execute(query):
        said[key, consent.purpose].append(consent)
    purposes: defaultdict[str, set[str]] = defaultdict(set)
    for (key, purpose), consents in said.items():
        if allows(consents):
            purposes[key].add(purpose)
    return purposes


def allows(consents: Iterable[Consent | Word]) -> bool:
    """Whether these consents to one purpose come to one that holds.

    They may be of several keys that turned out to be one person: what she said last, as whom ever, counts.
    """
    last = max(consents, key=lambda one: (one.withdrawn_at or one.given_at, one.withdrawn_at is None), default=None)
    return last is not None and last.withdrawn_at is None


def list_consents(session: Session, member_key: str) -> list[Consent]:
    """All that the member ever allowed, what she gave last first."""
    query = select(Consent).where(Consent.member_key.in_(select_kin(member_key)))
    return list(session.scalars(query.order_by(Consent.given_at.desc(), Consent.id.desc())))


_TO_PURPOSE = Prepared(
    select(Consent.given_at, Consent.withdrawn_at).where(
        Consent.member_key.in_(select_kin(bindparam("key"))), Consent.purpose == bindparam("purpose")
    ),
    Word,
)


def is_given(session: Session, member_key: str, purpose: str) -> bool:
    """Whether the member allows this purpose now."""
    return allows(_TO_PURPOSE.run(session, key=member_key, purpose=purpose))


def give_consent(session: Session, member: Member, consent: Consent) -> None:
    """Note a consent; the screens hear of it when they next ask."""
    session.add(consent)
    note_change(session, member)


def move_consents(session: Session, key: str, member_key: str) -> None:
    """Let all that was allowed under this key, evidence and all, be what this member allowed."""
    session.execute(update(Consent).where(Consent.member_key == key).values(member_key=member_key))


def withdraw_consent(session: Session, member: Member, purpose: str, now: datetime) -> None:
    """Take a consent back; the screens hear of it when they next ask."""
    query = select(Consent).where(
        Consent.member_key.in_(select_kin(member.key)), Consent.purpose == purpose, Consent.withdrawn_at.is_(None)
    )
    for consent in session.scalars(query):
        consent.withdrawn_at = now
    note_change(session, member)
