"""A screen that asks to be let in by a short code, which a manager approves (like RFC 8628)."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKeyConstraint, delete, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.screens.screen import Screen, await_token

LIFETIME = timedelta(minutes=15)
LEAST_LETTERS = 6
"""A code has as many letters and figures, or more, once its dashes are gone."""
MOST_WAITING = 100
"""Anybody may ask, so there is an end to how many may wait; it also keeps codes hard to hit by guessing."""


class Enrolment(Base):
    """A code that a screen showed; approved once it names a screen, `used_at` once its token was fetched.

    `asker_hash` is what only the screen that asked first can show: the code itself is there for all to read.
    """

    __tablename__ = "enrolments"
    __table_args__ = (ForeignKeyConstraint(["store_id", "screen_id"], ["screens.store_id", "screens.id"]),)

    code: Mapped[str] = mapped_column(primary_key=True)
    asker_hash: Mapped[str]
    asked_at: Mapped[datetime]
    store_id: Mapped[str | None] = mapped_column(default=None)
    screen_id: Mapped[str | None] = mapped_column(default=None)
    used_at: Mapped[datetime | None] = mapped_column(default=None)


def normalise_code(code: str) -> str:
    """A code as it is compared: people type it in lower case and without its dashes."""
    return code.replace("-", "").replace(" ", "").upper()


def find_enrolment(session: Session, code: str, now: datetime) -> Enrolment | None:
    """The enrolment of this code unless it is too old; what is too short is no code."""
    normal = normalise_code(code)
    enrolment = session.get(Enrolment, normal) if len(normal) >= LEAST_LETTERS else None
    return enrolment if enrolment and enrolment.asked_at > now - LIFETIME else None


def find_waiting(session: Session, code: str, now: datetime) -> Enrolment | None:
    """The enrolment of this code while it is good for letting a screen in: neither too old, nor used already."""
    enrolment = find_enrolment(session, code, now)
    return enrolment if enrolment and enrolment.used_at is None else None


def list_waiting(session: Session, now: datetime) -> list[Enrolment]:
    """What screens ask for now and nobody approved yet, who asked first first."""
    query = select(Enrolment).where(Enrolment.asked_at > now - LIFETIME, Enrolment.screen_id.is_(None))
    return list(session.scalars(query.order_by(Enrolment.asked_at, Enrolment.code)))


def add_enrolment(session: Session, code: str, asker_hash: str, now: datetime) -> Enrolment | None:
    """Note that a screen waits with this code; `None`: too many do."""
    session.execute(delete(Enrolment).where(Enrolment.asked_at <= now - LIFETIME))
    if (session.scalar(select(func.count()).select_from(Enrolment)) or 0) >= MOST_WAITING:
        return None
    enrolment = Enrolment(code=normalise_code(code), asker_hash=asker_hash, asked_at=now)
    session.add(enrolment)
    return enrolment


def is_outdated(session: Session, enrolment: Enrolment) -> bool:
    """Whether another code was approved for its screen after its token was fetched."""
    later = select(Enrolment.code).where(
        Enrolment.code != enrolment.code,
        Enrolment.store_id == enrolment.store_id,
        Enrolment.screen_id == enrolment.screen_id,
        or_(Enrolment.used_at.is_(None), Enrolment.used_at >= enrolment.used_at),
    )
    return session.scalar(later.limit(1)) is not None


def approve_enrolment(session: Session, enrolment: Enrolment, screen: Screen) -> None:
    """Let the screen that shows this code, and no other, be that screen of the store, even if it was revoked."""
    void_approvals(session, screen)
    await_token(screen)
    enrolment.store_id = screen.store_id
    enrolment.screen_id = screen.id


def void_approvals(session: Session, screen: Screen) -> None:
    """Let every code that was approved for this screen, and whose token nobody fetched yet, wait again."""
    uncollected = (
        Enrolment.store_id == screen.store_id,
        Enrolment.screen_id == screen.id,
        Enrolment.used_at.is_(None),
    )
    session.execute(update(Enrolment).where(*uncollected).values(store_id=None, screen_id=None))
