"""The address to which a mail is answered: it leads to the one page that the mail was about, and lapses."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.conversation.message import Message

LIFETIME = timedelta(days=90)


class ReplyAddress(Base):
    """The token in the address under which this message was mailed."""

    __tablename__ = "reply_addresses"

    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"), primary_key=True)
    token: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime] = mapped_column(index=True)


def give_reply_address(session: Session, address: ReplyAddress) -> str:
    """The token of a message: the one that it has, else this; those that lapsed are forgotten."""
    found = session.get(ReplyAddress, address.message_id)
    if found is not None:
        return found.token
    session.execute(delete(ReplyAddress).where(ReplyAddress.made_at <= address.made_at - LIFETIME))
    session.add(address)
    return address.token


def find_mailed(session: Session, token: str, now: datetime) -> Message | None:
    """The message that was mailed under this token, unless that lapsed."""
    query = select(Message).join(ReplyAddress, ReplyAddress.message_id == Message.id)
    return session.scalar(query.where(ReplyAddress.token == token, ReplyAddress.made_at > now - LIFETIME))
