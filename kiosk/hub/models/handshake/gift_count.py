"""How many coupons one of the staff gave in a day: what a manager's limit is held against."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class GiftCount(Base):
    """How many coupons a person gave on the last `day` of the store on which she gave any, and never to whom.

    It stands apart from what was given, which goes with the member who is erased. `clerk_id` is the key of a person,
    and no foreign key: who leaves may leave it behind.
    """

    __tablename__ = "gift_counts"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    clerk_id: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date]
    times: Mapped[int]


def count_given(session: Session, store_id: str, clerk_id: str, day: date) -> int:
    """How many this person gave on this day."""
    count = session.get(GiftCount, (store_id, clerk_id))
    return count.times if count is not None and count.day == day else 0


def count_gift(session: Session, store_id: str, clerk_id: str, day: date) -> None:
    """Note that she gave one more; what she gave on another day is known no more."""
    times = count_given(session, store_id, clerk_id, day) + 1
    session.merge(GiftCount(store_id=store_id, clerk_id=clerk_id, day=day, times=times))
