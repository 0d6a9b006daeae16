"""A bookmark: one offer that one member kept, once."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, bindparam, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Bookmark(Base):
    """A kept offer; `screen_id` is the screen before which it was kept, if that is known.

    `fingerprint` tells a repeated request from another one under the same id. `first_message_id` is where this
    bookmark's part of the conversation begins. `was_known` is whether the member was known before. `redeem_code` is
    what she says at the till, and `redeemed_at` when she came and bought it.

    It is a coupon, too, whose life `domain/benefits/coupon.py` tells: in its `state` until `due_at`, laid by for the
    basket `hold`, and good until `expires_at`. `turns` counts its changes of state.

    After the tap `stamps` of the `stamps_wanted` were on her stamp card, if she lets that be told.
    """

    __tablename__ = "bookmarks"
    __table_args__ = (
        Index(None, "store_id", "screen_id", "redeemed_at"),
        Index(None, "due_at"),
        Index(None, "store_id", "kept_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    offer_id: Mapped[str] = mapped_column(ForeignKey("offers.id"), index=True)
    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), index=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"))
    first_message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"))
    was_known: Mapped[bool]
    language: Mapped[str]
    tapped_at: Mapped[datetime]
    kept_at: Mapped[datetime]
    redeem_code: Mapped[str] = mapped_column(unique=True)
    screen_id: Mapped[str | None] = mapped_column(default=None)
    zone: Mapped[str | None] = mapped_column(default=None)
    impression: Mapped[str | None] = mapped_column(default=None)
    redeemed_at: Mapped[datetime | None] = mapped_column(default=None)
    state: Mapped[str] = mapped_column(default="issued")
    turns: Mapped[int] = mapped_column(default=0)
    hold: Mapped[str | None] = mapped_column(default=None)
    expires_at: Mapped[datetime | None] = mapped_column(default=None)
    due_at: Mapped[datetime | None] = mapped_column(default=None)
    stamps: Mapped[int | None] = mapped_column(default=None)
    stamps_wanted: Mapped[int | None] = mapped_column(default=None)


_BY_ID = select(Bookmark).where(Bookmark.id == bindparam("id"))


def find_bookmark(session: Session, bookmark_id: str) -> Bookmark | None:
    """The bookmark of this id."""
    return session.scalar(_BY_ID, {"id": bookmark_id})


def find_bookmark_by_code(session: Session, code: str) -> Bookmark | None:
    """The bookmark of this redeem code."""
    return session.scalar(select(Bookmark).where(Bookmark.redeem_code == code))


def list_due(session: Session, now: datetime, most: int) -> list[Bookmark]:
    """The bookmarks whose state time has ended, the longest due first."""
    return list(session.scalars(select(Bookmark).where(Bookmark.due_at <= now).order_by(Bookmark.due_at).limit(most)))


def has_redeemed(session: Session, keys: Collection[str]) -> bool:
    """Whether one of these keys ever bought what she kept."""
    query = select(Bookmark.id).where(Bookmark.member_key.in_(keys), Bookmark.redeemed_at.is_not(None))
    return session.scalar(query.limit(1)) is not None


def has_taken_since(session: Session, keys: Collection[str], since: datetime) -> bool:
    """Whether one of these keys bought what she kept since then, or a till is about to sell it to her."""
    is_taken = or_(Bookmark.redeemed_at >= since, Bookmark.state == "held")
    query = select(Bookmark.id).where(Bookmark.member_key.in_(keys), is_taken)
    return session.scalar(query.limit(1)) is not None


def forget_stamp_counts(session: Session, member_key: str) -> None:
    """Forget how many stamps the member had at each tap."""
    session.execute(update(Bookmark).where(Bookmark.member_key == member_key).values(stamps=None, stamps_wanted=None))


def list_redeemed_taps(session: Session, store_id: str, screen_id: str) -> Sequence[tuple[str, datetime]]:
    """Offer and time of the tap of each redeemed bookmark that was kept before this screen."""
    query = select(Bookmark.offer_id, Bookmark.tapped_at).where(
        Bookmark.store_id == store_id, Bookmark.screen_id == screen_id, Bookmark.redeemed_at.is_not(None)
    )
    return session.execute(query.order_by(Bookmark.offer_id)).all()
