"""A posting of the ledger: one thing that happened, once, and why it moved what it moved."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import ForeignKey, UniqueConstraint, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.prepared import Prepared


class LedgerPosting(Base):
    """A posting in one unit, whose lines sum to zero; the database refuses to change it, or to delete it.

    `key` names what happened, so that it is posted once; `fingerprint` tells a repeat from another thing of that name.
    `reason` is what it was for, in a word, and `because` explains the amount. `reverses_id` is what it undoes.
    """

    __tablename__ = "ledger_postings"
    __table_args__ = (UniqueConstraint("store_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    key: Mapped[str]
    fingerprint: Mapped[str]
    unit: Mapped[str]
    reason: Mapped[str]
    because: Mapped[str]
    posted_at: Mapped[datetime]
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("ledger_postings.id"), unique=True, default=None)


class Posted(Struct, frozen=True):
    """What was posted: its number, and what tells it from another thing of its name."""

    id: int
    fingerprint: str


_BY_KEY = Prepared(
    select(LedgerPosting.id, LedgerPosting.fingerprint).where(
        LedgerPosting.store_id == bindparam("store_id"), LedgerPosting.key == bindparam("key")
    ),
    Posted,
)


def find_posting(session: Session, store_id: str, key: str) -> Posted | None:
    """The posting of this key."""
    return next(iter(_BY_KEY.run(session, store_id=store_id, key=key)), None)
