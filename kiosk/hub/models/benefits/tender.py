"""What a member pays with at a till: taken from her account while she pays, and then spent or given back."""

from collections.abc import Collection, Sequence
from datetime import datetime
from decimal import Decimal

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Tender(Base):
    """So many smallest `steps` of `unit`, worth so much money, by the till's own id for it: a payment, to the till.

    `fingerprint` tells a repeated request from another one under the same id. It is held until `due_at`, which is
    `None` where its end is told, and once it came to its end.
    """

    __tablename__ = "payments"
    __table_args__ = (
        ForeignKeyConstraint(["store_id", "till_id"], ["tills.store_id", "tills.id"]),
        Index(None, "due_at"),
        Index(None, "member_key"),
    )

    store_id: Mapped[str] = mapped_column(primary_key=True)
    till_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"))
    unit: Mapped[str]
    steps: Mapped[int] = mapped_column(BigInteger)
    worth: Mapped[Decimal]
    currency: Mapped[str]
    made_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(default="held")


def find_tender(session: Session, store_id: str, till_id: str, payment_id: str) -> Tender | None:
    """The till's tender of this id."""
    return session.get(Tender, (store_id, till_id, payment_id))


def list_due_tenders(session: Session, now: datetime, most: int) -> Sequence[Tender]:
    """The tenders whose hold has ended, the longest due first."""
    query = select(Tender).where(Tender.due_at <= now).order_by(Tender.due_at, Tender.id)
    return session.scalars(query.limit(most)).all()


def list_due_of(session: Session, keys: Sequence[str], now: datetime) -> Sequence[Tender]:
    """Those of the members of these keys."""
    query = select(Tender).where(Tender.member_key.in_(keys), Tender.due_at <= now)
    return session.scalars(query.order_by(Tender.due_at, Tender.id)).all()


def has_tender(session: Session, keys: Collection[str], since: datetime) -> bool:
    """Whether anything of these keys was laid by at a till since then, whatever came of it."""
    query = select(Tender.id).where(Tender.member_key.in_(keys), Tender.made_at >= since)
    return session.scalar(query.limit(1)) is not None
