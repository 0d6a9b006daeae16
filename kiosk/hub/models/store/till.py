"""A till of a store, known by the hash of the token that it holds: it says which bookmarks were redeemed."""

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Till(Base):
    """A till."""

    __tablename__ = "tills"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)


def find_till_by_token(session: Session, token_hash: str) -> Till | None:
    """The till that holds this token."""
    return session.scalar(select(Till).where(Till.token_hash == token_hash))


def find_till(session: Session, store_id: str, till_id: str) -> Till | None:
    """The till of this name in this store."""
    return session.get(Till, (store_id, till_id))


def set_till(session: Session, store_id: str, till_id: str, token_hash: str) -> None:
    """Let this till in by this token and by no earlier one."""
    session.merge(Till(store_id=store_id, id=till_id, token_hash=token_hash))
