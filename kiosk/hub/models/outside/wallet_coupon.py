"""A kept offer that was put into a wallet: by which serial wallets know it, and what they were told last."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.conversation.bookmark import Bookmark

_OVER = ("redeemed", "released", "expired")


class WalletCoupon(Base):
    """A bookmark's coupon. `told_at` is when it was made, and later when wallets were told, once, that it is over.

    `is_at_google`: Google has it, and hears what becomes of it.
    """

    __tablename__ = "wallet_coupons"

    serial: Mapped[str] = mapped_column(primary_key=True)
    bookmark_id: Mapped[str] = mapped_column(ForeignKey("bookmarks.id"), unique=True)
    made_at: Mapped[datetime]
    told_at: Mapped[datetime]
    is_at_google: Mapped[bool] = mapped_column(default=False)


def find_wallet_coupon(session: Session, serial: str) -> WalletCoupon | None:
    """The coupon of this serial."""
    return session.get(WalletCoupon, serial)


def make_wallet_coupon(session: Session, bookmark_id: str, serial: str, now: datetime) -> WalletCoupon:
    """The bookmark's coupon, which gets this serial if it had none yet."""
    found = session.scalar(select(WalletCoupon).where(WalletCoupon.bookmark_id == bookmark_id))
    if found is None:
        found = WalletCoupon(serial=serial, bookmark_id=bookmark_id, made_at=now, told_at=now)
        session.add(found)
        session.flush()
    return found


def list_untold(session: Session, now: datetime, most: int) -> Sequence[WalletCoupon]:
    """So many coupons that are over, of which no wallet was told yet, the oldest first."""
    query = select(WalletCoupon).join(Bookmark, Bookmark.id == WalletCoupon.bookmark_id)
    is_untold = WalletCoupon.told_at == WalletCoupon.made_at
    query = query.where(is_untold, or_(Bookmark.state.in_(_OVER), Bookmark.expires_at <= now))
    return session.scalars(query.order_by(WalletCoupon.made_at).limit(most)).all()
