"""By what somebody was known who ended her consent, or was erased: what was said before, and comes late, is over."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class EndedConsent(Base):
    """Who is known by this identifier, a keyed hash of `kind`, last ended her consent, or was erased, at `ended_at`.

    It names no member: what sources knew her by is forgotten with her consent.
    """

    __tablename__ = "ended_consents"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    ended_at: Mapped[datetime] = mapped_column(index=True)


def note_end(session: Session, end: EndedConsent) -> None:
    """Note it; a later end that is known stays."""
    known = session.get(EndedConsent, (end.store_id, end.kind, end.value))
    if known is None:
        session.add(end)
        session.flush()
    elif known.ended_at < end.ended_at:
        known.ended_at = end.ended_at


def find_last_end(session: Session, store_id: str, identifiers: Iterable[tuple[str, str]]) -> datetime | None:
    """When one of these identifiers, kinds and hashes, last ended a consent; `None`: none ever did."""
    found = (session.get(EndedConsent, (store_id, kind, value)) for kind, value in identifiers)
    return max((end.ended_at for end in found if end), default=None)


def forget_ends(session: Session, before: datetime) -> None:
    """Forget what ended before this time."""
    session.execute(delete(EndedConsent).where(EndedConsent.ended_at < before))
