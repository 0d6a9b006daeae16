"""One person signed in from one browser, known by the hash of a token that the browser alone holds."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, delete, or_
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

LIFETIME = timedelta(hours=12)
MOST_IDLE = timedelta(minutes=30)
_NOTE_EVERY = timedelta(minutes=1)


class SignIn(Base):
    """A sign-in; `seen_at` is when she last did something, to the minute."""

    __tablename__ = "sign_ins"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), index=True)
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime]


def begin_sign_in(session: Session, token_hash: str, person_id: str, now: datetime) -> None:
    """Note a new sign-in, and forget those that ended."""
    ended = or_(SignIn.began_at <= now - LIFETIME, SignIn.seen_at <= now - MOST_IDLE)
    session.execute(delete(SignIn).where(ended))
    session.add(SignIn(token_hash=token_hash, person_id=person_id, began_at=now, seen_at=now))


def find_sign_in(session: Session, token_hash: str, now: datetime) -> SignIn | None:
    """The sign-in of this token unless it ended: it lasts half a day at most, and half an hour of idling."""
    found = session.get(SignIn, token_hash)
    is_on = found is not None and now < min(found.began_at + LIFETIME, found.seen_at + MOST_IDLE)
    return found if is_on else None


def is_to_be_noted(sign_in: SignIn, now: datetime) -> bool:
    """Whether her last deed was noted so long ago that this one must be."""
    return now - sign_in.seen_at >= _NOTE_EVERY


def end_other_sign_ins(session: Session, person_id: str, token_hash: str) -> None:
    """Sign her out everywhere but where she has this token."""
    others = (SignIn.person_id == person_id, SignIn.token_hash != token_hash)
    session.execute(delete(SignIn).where(*others))


def end_sign_in(session: Session, token_hash: str) -> None:
    """Sign out."""
    session.execute(delete(SignIn).where(SignIn.token_hash == token_hash))
