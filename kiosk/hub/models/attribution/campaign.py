"""A campaign of a store: a short code that stands in links and in QR codes, so that it can be told what it brings."""

from datetime import date, datetime
from typing import Literal, TypeAlias

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base

Channel: TypeAlias = Literal["mail", "web", "screen", "card", "print"]
CHANNELS: tuple[Channel, ...] = ("mail", "web", "screen", "card", "print")
"""Where the code is read: in a mail, on a web page, on a glass, on a card or another tag that is tapped, on paper."""


class Campaign(Base):
    """A campaign; its code leads to the offer, or where there is none to the page on which members join.

    It runs from `begins_at` until `ends_at`; `None`: until somebody ends it. `opened` counts how often its link was
    followed while it ran, by people and by programs that look ahead for them, and never who that was; `opened_told` is
    what of it is told, and `opened_on` the day of the last.
    """

    __tablename__ = "campaigns"

    code: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), index=True)
    name: Mapped[str]
    channel: Mapped[str]
    begins_at: Mapped[datetime]
    ends_at: Mapped[datetime | None] = mapped_column(default=None)
    offer_id: Mapped[str | None] = mapped_column(ForeignKey("offers.id"), default=None)
    opened: Mapped[int] = mapped_column(default=0)
    opened_told: Mapped[int] = mapped_column(default=0, server_default="0")
    opened_on: Mapped[date | None] = mapped_column(default=None)


def get_channel(campaign: Campaign) -> Channel:
    """Where its code is read."""
    return next(one for one in CHANNELS if one == campaign.channel)


def is_running(campaign: Campaign, now: datetime) -> bool:
    """Whether what comes by it counts now."""
    return campaign.begins_at <= now and (campaign.ends_at is None or now < campaign.ends_at)


def find_campaign(session: Session, code: str) -> Campaign | None:
    """The campaign of this code."""
    return session.get(Campaign, code)


def list_campaigns(session: Session, store_id: str) -> list[Campaign]:
    """The store's campaigns, what began last first."""
    query = select(Campaign).where(Campaign.store_id == store_id)
    return list(session.scalars(query.order_by(Campaign.begins_at.desc(), Campaign.code)))
