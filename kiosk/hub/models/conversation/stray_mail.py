"""A mail that came in and is put into no conversation: the staff decides, and sees why."""

from datetime import datetime

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class StrayMail(Base):
    """A mail, known again by the hash of its Message-ID, that was put aside for this `reason`.

    `sender` is what it says itself, and sure only where it `is_proven`. The store's `answer` went out `answered_at`;
    what comes back under its `token` is of who reads the mails of `sender`. Once somebody has dealt with it, nothing
    but the hash stays.
    """

    __tablename__ = "stray_mails"

    id_hash: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), index=True)
    reason: Mapped[str]
    sender: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    came_at: Mapped[datetime] = mapped_column(index=True)
    done_at: Mapped[datetime | None] = mapped_column(default=None)
    is_proven: Mapped[bool] = mapped_column(default=False)
    token: Mapped[str | None] = mapped_column(default=None, index=True)
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None] = mapped_column(default=None)


def put_aside(session: Session, mail: StrayMail) -> bool:
    """Keep it for the staff; False: it came before."""
    if session.get(StrayMail, mail.id_hash) is not None:
        return False
    session.add(mail)
    return True


def list_stray_mails(session: Session, store_id: str, most: int) -> list[StrayMail]:
    """Those that nobody dealt with, the latest first."""
    query = select(StrayMail).where(StrayMail.store_id == store_id, StrayMail.done_at.is_(None))
    return list(session.scalars(query.order_by(StrayMail.came_at.desc(), StrayMail.id_hash).limit(most)))


def count_stray_mails(session: Session, store_id: str) -> int:
    """How many wait, and were not answered either."""
    query = select(func.count()).where(StrayMail.store_id == store_id, StrayMail.done_at.is_(None))
    return session.scalar(query.where(StrayMail.answered_at.is_(None))) or 0


def find_stray_mail(session: Session, store_id: str, id_hash: str) -> StrayMail | None:
    """The mail of this hash that came to this store."""
    found = session.get(StrayMail, id_hash)
    return found if found is not None and found.store_id == store_id else None


def find_answered_mail(session: Session, token: str, sender: str) -> StrayMail | None:
    """The mail of this sender to which the store wrote back under this token."""
    query = select(StrayMail).where(StrayMail.token == token, StrayMail.sender == sender)
    return session.scalar(query.where(StrayMail.done_at.is_(None)))


def close_stray_mail(mail: StrayMail, now: datetime) -> None:
    """It was dealt with: what it said is forgotten."""
    mail.sender = mail.subject = mail.text = mail.answer = ""
    mail.token = None
    mail.done_at = mail.done_at or now
