"""A screen of a store, known by the hash of the token that it holds."""

from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Screen(Base):
    """A screen; without `token_hash` it is waiting to be enrolled. Its `place` is a `Place`."""

    __tablename__ = "screens"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    zones: Mapped[list[str]]
    token_hash: Mapped[str | None] = mapped_column(unique=True, default=None)
    revoked_at: Mapped[datetime | None] = mapped_column(default=None)
    place: Mapped[str] = mapped_column(default="", server_default="")


def find_screen(session: Session, store_id: str, screen_id: str) -> Screen | None:
    """The screen of this name in this store."""
    return session.get(Screen, (store_id, screen_id))


def list_screens(session: Session, store_id: str) -> list[Screen]:
    """The store's screens by their names."""
    return list(session.scalars(select(Screen).where(Screen.store_id == store_id).order_by(Screen.id)))


def list_zones(session: Session, store_id: str) -> list[str]:
    """The zones that any screen of the store stands in, by name."""
    return sorted({zone for screen in list_screens(session, store_id) for zone in screen.zones})


def list_waiting_screens(session: Session) -> list[Screen]:
    """The screens that nobody enrolled yet, without those that were revoked before they came in."""
    query = select(Screen).where(Screen.token_hash.is_(None), Screen.revoked_at.is_(None))
    query = query.order_by(Screen.store_id, Screen.id)
    return list(session.scalars(query))


def list_revoked_screens(session: Session) -> list[Screen]:
    """The screens that are let in no more."""
    query = select(Screen).where(Screen.revoked_at.is_not(None)).order_by(Screen.store_id, Screen.id)
    return list(session.scalars(query))


def give_token(screen: Screen, token_hash: str) -> None:
    """Let the screen in by this token and by no earlier one; one that is revoked stays out."""
    screen.token_hash = token_hash


def await_token(screen: Screen) -> None:
    """Let the screen wait to be enrolled, also after it was revoked; what it held before lets nobody in."""
    screen.token_hash = None
    screen.revoked_at = None


def revoke_token(screen: Screen, now: datetime) -> None:
    """Let the screen in no more."""
    screen.revoked_at = now
