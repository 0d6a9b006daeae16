"""An address of another system that is told what happens in a store."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


class Webhook(Base):
    """It is told `kinds` of events, signed with `secret`; `allows_private`: it may lie in the store's own network.

    `due_at` is when it is told next, later with each of `tries` that failed; from `disabled_at` on it is told nothing.
    """

    __tablename__ = "webhooks"

    id: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), index=True)
    url: Mapped[str]
    secret: Mapped[str]
    kinds: Mapped[list[str]]
    allows_private: Mapped[bool]
    made_at: Mapped[datetime]
    due_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    disabled_at: Mapped[datetime | None] = mapped_column(default=None)


def find_webhook(session: Session, webhook_id: str) -> Webhook | None:
    """The webhook of this id."""
    return session.get(Webhook, webhook_id)


def list_webhooks(session: Session) -> Sequence[Webhook]:
    """All webhooks, the first made first."""
    return session.scalars(select(Webhook).order_by(Webhook.made_at, Webhook.id)).all()


_OPEN = select(Webhook).where(Webhook.store_id == bindparam("store_id"), Webhook.disabled_at.is_(None))


def list_open_webhooks(session: Session, store_id: str) -> Sequence[Webhook]:
    """Those of this store that are told anything."""
    return session.scalars(_OPEN, {"store_id": store_id}).all()


def list_due_webhooks(session: Session, now: datetime) -> Sequence[Webhook]:
    """Those that may be told something now."""
    query = select(Webhook).where(Webhook.disabled_at.is_(None), Webhook.due_at <= now)
    return session.scalars(query.order_by(Webhook.due_at, Webhook.id)).all()
