"""The link that a mail brings to who says that its address is hers: good once, and not for long."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

LIFETIME = timedelta(minutes=15)


class MailLink(Base):
    """A link to sign in to this store with this address, asked for by this browser; its token is in the mail alone.

    `campaign_code` is the campaign that she came by, if she came by one.
    """

    __tablename__ = "mail_links"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    address: Mapped[str]
    browser_hash: Mapped[str]
    language: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(index=True)
    campaign_code: Mapped[str | None] = mapped_column(default=None)


def add_mail_link(session: Session, link: MailLink) -> None:
    """Keep a new link, and forget those that lapsed."""
    session.execute(delete(MailLink).where(MailLink.made_at <= link.made_at - LIFETIME))
    session.add(link)


def find_mail_link(session: Session, token_hash: str, now: datetime) -> MailLink | None:
    """The link of this token; `None`: there is none, it lapsed, or it was used."""
    found = session.get(MailLink, token_hash)
    return found if found is not None and now < found.made_at + LIFETIME else None


def use_mail_link(session: Session, link: MailLink) -> None:
    """Use it up, and with it every other link to the same address."""
    same = MailLink.store_id == link.store_id, MailLink.address == link.address
    session.execute(delete(MailLink).where(*same))
