"""How a member who joined signs in, on whichever phone: by her e-mail address, or by who vouches for her elsewhere."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Account(Base):
    """A member's account in her store.

    `address` is an e-mail address that proved to be hers; `issuer` says who she is by OpenID Connect, as its `subject`.
    At least one of the two ways is there.
    """

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("store_id", "address"), UniqueConstraint("store_id", "issuer", "subject"))

    member_key: Mapped[str] = mapped_column(ForeignKey("members.key"), primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    opened_at: Mapped[datetime]
    address: Mapped[str | None] = mapped_column(default=None)
    issuer: Mapped[str | None] = mapped_column(default=None)
    subject: Mapped[str | None] = mapped_column(default=None)


def find_account(session: Session, member_key: str) -> Account | None:
    """The member's account."""
    return session.get(Account, member_key)


def find_account_by_address(session: Session, store_id: str, address: str | None) -> Account | None:
    """The account of this e-mail address."""
    query = select(Account).where(Account.store_id == store_id, Account.address == address)
    return session.scalar(query) if address else None


def find_account_by_subject(session: Session, store_id: str, issuer: str | None, subject: str | None) -> Account | None:
    """The account of whom this issuer knows by this subject."""
    query = select(Account).where(Account.store_id == store_id, Account.issuer == issuer, Account.subject == subject)
    return session.scalar(query) if issuer and subject else None
