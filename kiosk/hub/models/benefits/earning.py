"""What came of an occasion to earn: kept whether or not something was earned, so that a repeat gets the same answer."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ForeignKey, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Earning(Base):
    """An occasion by its `key`, with what each rule found; `fingerprint` tells a repeat from another under that key.

    `member_key` is whose it was; `None` where it came before that was noted.
    """

    __tablename__ = "earnings"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    findings: Mapped[list[dict[str, Any]]]
    member_key: Mapped[str | None] = mapped_column(ForeignKey("members.key"), index=True, default=None)


def find_earning(session: Session, store_id: str, key: str) -> Earning | None:
    """What came of the occasion of this key."""
    return session.get(Earning, (store_id, key))


def has_earning(session: Session, keys: Collection[str], *beginnings: str) -> bool:
    """Whether there was an occasion of one of these keys whose own key begins with one of these."""
    is_one = or_(*(Earning.key.startswith(beginning, autoescape=True) for beginning in beginnings))
    query = select(Earning.key).where(Earning.member_key.in_(keys), is_one)
    return session.scalar(query.limit(1)) is not None
