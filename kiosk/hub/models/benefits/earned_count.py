"""How often a rule paid: what its limits are held against."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class EarnedCount(Base):
    """How often a rule paid a member, or with the key `EVERYBODY` all of them: ever, and on the last `day` it did.

    Of her days only the last is kept: nobody needs her diary.
    """

    __tablename__ = "earned_counts"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    rule: Mapped[str] = mapped_column(primary_key=True)
    member_key: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date]
    times: Mapped[int] = mapped_column(default=0)
    times_day: Mapped[int] = mapped_column(default=0)


EVERYBODY = ""
"""The key under which all members count together."""


def open_count(session: Session, store_id: str, rule: str, member_key: str, day: date) -> EarnedCount:
    """The count, turned to this day; an occasion told late counts on the last day that there was."""
    count = session.get(EarnedCount, (store_id, rule, member_key))
    if count is None:
        count = EarnedCount(store_id=store_id, rule=rule, member_key=member_key, day=day)
        session.add(count)
    elif day > count.day:
        count.day, count.times_day = day, 0
    return count


def find_count(session: Session, store_id: str, rule: str, member_key: str, day: date) -> EarnedCount:
    """The count as it would be on this day, without noting anything."""
    known = session.get(EarnedCount, (store_id, rule, member_key))
    times, is_later = (known.times, day > known.day) if known else (0, True)
    times_day = known.times_day if known and not is_later else 0
    return EarnedCount(store_id=store_id, rule=rule, member_key=member_key, day=day, times=times, times_day=times_day)


def count_up(count: EarnedCount) -> None:
    """Note that the rule paid once more."""
    count.times += 1
    count.times_day += 1
