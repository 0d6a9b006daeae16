"""What became of a handshake, step by step, and each look at what was shown: on record for the member."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.handshake.handshake import Handshake

Kind: TypeAlias = Literal["asked", "confirmed", "ended", "looked", "answered", "reserved", "ordered", "given"]
LOOKED: Kind = "looked"
_GAP = timedelta(seconds=30)
"""Who looks again sooner never looked away: a page that stands open asks every few seconds."""


class HandshakeStep(Base):
    """A step; `about` is the part of hers that was looked at, or the offer that something was done with.

    A look lasts from `happened_at` `until` the page asked for it last.
    """

    __tablename__ = "handshake_steps"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    handshake_id: Mapped[str] = mapped_column(ForeignKey("handshakes.id"), index=True)
    kind: Mapped[str]
    happened_at: Mapped[datetime]
    about: Mapped[str] = mapped_column(default="")
    until: Mapped[datetime | None] = mapped_column(default=None)


def add_step(session: Session, handshake_id: str, kind: Kind, now: datetime, about: str = "") -> None:
    """Put it on record."""
    session.add(HandshakeStep(handshake_id=handshake_id, kind=kind, happened_at=now, about=about))
    session.flush()


def note_look(session: Session, handshake_id: str, part: str, now: datetime) -> bool:
    """Put on record that this part was looked at; False: it is the look before, for nobody looked away since."""
    query = select(HandshakeStep).where(HandshakeStep.handshake_id == handshake_id, HandshakeStep.kind == LOOKED)
    last = session.scalar(query.where(HandshakeStep.about == part).order_by(HandshakeStep.id.desc()).limit(1))
    if last is None or now - (last.until or last.happened_at) > _GAP:
        add_step(session, handshake_id, LOOKED, now, part)
        return True
    last.until = now
    return False


def list_steps(session: Session, handshake_ids: Collection[str]) -> list[HandshakeStep]:
    """The steps of these handshakes, the first first."""
    query = select(HandshakeStep).where(HandshakeStep.handshake_id.in_(handshake_ids))
    return list(session.scalars(query.order_by(HandshakeStep.id)))


def find_last_step(session: Session) -> int:
    """The number of the last step of all; 0 where there is none."""
    return session.scalar(select(func.max(HandshakeStep.id))) or 0


def find_last_step_of(session: Session, keys: Collection[str]) -> int:
    """The number of the last step that concerns these members; 0 where there is none."""
    query = select(func.max(HandshakeStep.id)).join(Handshake, Handshake.id == HandshakeStep.handshake_id)
    return session.scalar(query.where(Handshake.member_key.in_(keys))) or 0


def list_steps_since(session: Session, after_id: int) -> list[tuple[int, str]]:
    """Number and member of each step after this one, in order."""
    query = select(HandshakeStep.id, Handshake.member_key)
    query = query.join(Handshake, Handshake.id == HandshakeStep.handshake_id).where(HandshakeStep.id > after_id)
    return [(number, key) for number, key in session.execute(query.order_by(HandshakeStep.id))]
