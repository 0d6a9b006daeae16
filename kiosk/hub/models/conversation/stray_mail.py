"""A mail that came in and is put into no conversation: the staff decides, and sees why."""

from datetime import datetime

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class StrayMail(Base):
    """A mail, known again by the hash of its Message-ID, that was put aside for this `reason`.

    `sender` is what it says itself, which proves nothing. Once somebody has dealt with it, nothing but the hash stays.
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
    """How many wait."""
    query = select(func.count()).select_from(StrayMail)
    return session.scalar(query.where(StrayMail.store_id == store_id, StrayMail.done_at.is_(None))) or 0


def find_stray_mail(session: Session, store_id: str, id_hash: str) -> StrayMail | None:
    """The mail of this hash that came to this store."""
    found = session.get(StrayMail, id_hash)
    return found if found is not None and found.store_id == store_id else None


def close_stray_mail(mail: StrayMail, now: datetime) -> None:
    """It was dealt with: what it said is forgotten."""
    mail.sender = mail.subject = mail.text = ""
    mail.done_at = mail.done_at or now
