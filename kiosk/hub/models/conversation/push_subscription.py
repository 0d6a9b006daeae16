"""A phone's browser that may be rung: its address at its maker's push service, and the keys that it alone reads by."""

from sqlalchemy import ColumnElement, Select, delete, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import Claim
from kiosk.hub.models.members.credential import BROWSER, Credential
from kiosk.hub.models.members.member_sign_in import MemberSignIn


class PushSubscription(Base):
    """A subscription (RFC 8030) of the browser of this hash; `p256dh` and `auth` are Base64 as RFC 8291 has them."""

    __tablename__ = "push_subscriptions"

    endpoint: Mapped[str] = mapped_column(primary_key=True)
    browser_hash: Mapped[str] = mapped_column(index=True)
    p256dh: Mapped[str]
    auth: Mapped[str]


def is_subscribed(session: Session, browser_hash: str) -> bool:
    """Whether this browser may be rung."""
    query = select(PushSubscription.endpoint).where(PushSubscription.browser_hash == browser_hash)
    return session.scalar(query.limit(1)) is not None


def list_readers(session: Session, bookmark_id: str | None, member_key: str) -> list[PushSubscription]:
    """The subscriptions of who may read a page of this member: her own, and that of the phone that opened it.

    With no bookmark it is that of all her messages, which her own phones alone open.
    """
    holders = select(Claim.browser_hash).where(Claim.bookmark_id == bookmark_id)
    query = select(PushSubscription).where(_is_one_of(holders, member_key))
    return list(session.scalars(query.order_by(PushSubscription.endpoint)))


def forget_readers(session: Session, member_key: str) -> None:
    """Ring no more who may read any page of this member."""
    holders = select(Claim.browser_hash).join(Bookmark, Bookmark.id == Claim.bookmark_id)
    holders = holders.where(Bookmark.member_key == member_key, Claim.browser_hash.is_not(None))
    session.execute(delete(PushSubscription).where(_is_one_of(holders, member_key)))


def _is_one_of(holders: Select[str | None], member_key: str) -> ColumnElement[bool]:
    """Whether it is on one of these browsers, or on one that the member is known by or signed in on."""
    known = select(Credential.value).where(Credential.member_key == member_key, Credential.kind == BROWSER)
    signed_in = select(MemberSignIn.browser_hash).where(MemberSignIn.member_key == member_key)
    is_signed_in = PushSubscription.browser_hash.in_(signed_in.where(MemberSignIn.browser_hash.is_not(None)))
    return or_(PushSubscription.browser_hash.in_(holders.union(known)), is_signed_in)


def subscribe(session: Session, subscription: PushSubscription) -> None:
    """Ring this browser there from now on, and nowhere else."""
    forget_subscriptions(session, subscription.browser_hash)
    session.merge(subscription)


def forget_subscriptions(session: Session, browser_hash: str) -> None:
    """Ring this browser no more."""
    session.execute(delete(PushSubscription).where(PushSubscription.browser_hash == browser_hash))


def forget_endpoint(session: Session, endpoint: str) -> None:
    """Ring there no more: nobody is there."""
    session.execute(delete(PushSubscription).where(PushSubscription.endpoint == endpoint))
