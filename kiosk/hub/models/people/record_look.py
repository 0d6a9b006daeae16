"""That somebody of the store looked at what it has of a member, without a handshake: on record for her."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.people.person import Person

Record: TypeAlias = Literal["profile", "conversation", "offer"]
"""Her page at the console, her conversation there, and why a screen does not show her an offer."""
_GAP = timedelta(seconds=30)
"""Who looks again sooner never looked away: a page that stands open asks every few seconds."""


class RecordLook(Base):
    """A look of `clerk`, by name, in her `role` then: a person who left has looked all the same.

    It lasts from `happened_at` `until` the page asked for it last.
    """

    __tablename__ = "record_looks"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)
    clerk: Mapped[str]
    role: Mapped[str]
    record: Mapped[str]
    happened_at: Mapped[datetime] = mapped_column(index=True)
    until: Mapped[datetime | None] = mapped_column(default=None)


def note_record_look(session: Session, person: Person, member_key: str, record: Record, now: datetime) -> None:
    """Put on record that she looked, or that she looks on."""
    query = select(RecordLook).where(
        RecordLook.member_key == member_key, RecordLook.clerk == person.name, RecordLook.record == record
    )
    last = session.scalar(query.order_by(RecordLook.id.desc()).limit(1))
    if last is not None and now - (last.until or last.happened_at) <= _GAP:
        last.until = now
        return
    look = RecordLook(member_key=member_key, clerk=person.name, role=person.role, record=record, happened_at=now)
    session.add(look)
    session.flush()


def list_record_looks(session: Session, keys: Collection[str], most: int) -> list[RecordLook]:
    """So many looks at these members, the latest first."""
    query = select(RecordLook).where(RecordLook.member_key.in_(keys))
    return list(session.scalars(query.order_by(RecordLook.id.desc()).limit(most)))


def move_record_looks(session: Session, key: str, member_key: str) -> None:
    """Let what was looked at under this key be on record under that of her account."""
    session.execute(update(RecordLook).where(RecordLook.member_key == key).values(member_key=member_key))
