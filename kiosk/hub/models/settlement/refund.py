"""What goes back of a sale that was paid on a phone: recorded before the provider is asked, as the payment was."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Literal, TypeAlias

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base, ContractJson
from kiosk.hub.models.settlement.settlement import Tendered

State: TypeAlias = Literal["asked", "done", "refused", "paid_out"]


class Refund(Base):
    """Goods that came back: so much of each line by its id, and what goes back for them.

    `money` goes back by the provider, `tendered` was given back at once. Where it `restocks`, the goods are for sale
    again. `fingerprint` tells a repeat from another one under the same id. `name` is by what the provider knows this
    `attempt`: another one for each, that nobody can make up, written down before it is asked for.

    - `asked`: the provider was asked to give the money back, or is about to be
    - `done`: it did, or there was none to give
    - `refused`: it never will by this `attempt`; somebody has it asked for anew, or pays it out
    - `paid_out`: the store did so itself
    """

    __tablename__ = "refunds"
    __table_args__ = (Index(None, "settlement_id"), Index(None, "look_at"))

    id: Mapped[str] = mapped_column(primary_key=True)
    settlement_id: Mapped[str] = mapped_column(ForeignKey("settlements.id"))
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    fingerprint: Mapped[str]
    counts: Mapped[dict[str, str]]
    amount: Mapped[Decimal]
    money: Mapped[Decimal]
    tendered: Mapped[tuple[Tendered, ...]] = mapped_column(ContractJson(tuple[Tendered, ...]))
    made_at: Mapped[datetime]
    made_by: Mapped[str]
    look_at: Mapped[datetime | None]
    name: Mapped[str]
    state: Mapped[str] = mapped_column(default="asked")
    restocks: Mapped[bool] = mapped_column(default=False)
    attempt: Mapped[int] = mapped_column(default=1)


def find_refund(session: Session, refund_id: str) -> Refund | None:
    """The refund of this id."""
    return session.get(Refund, refund_id)


def list_refunds(session: Session, settlement_id: str) -> Sequence[Refund]:
    """Those of this sale, the first first."""
    query = select(Refund).where(Refund.settlement_id == settlement_id)
    return session.scalars(query.order_by(Refund.made_at, Refund.id)).all()


def list_due_refunds(session: Session, now: datetime, most: int) -> list[str]:
    """The ids of those for which the provider is to be asked, the longest due first."""
    query = select(Refund.id).where(Refund.look_at <= now).order_by(Refund.look_at, Refund.id)
    return list(session.scalars(query.limit(most)))


def list_refused_refunds(session: Session, store_id: str) -> Sequence[Refund]:
    """Those of this store that its provider refused, and that nobody paid out yet."""
    query = select(Refund).where(Refund.store_id == store_id, Refund.state == "refused")
    return session.scalars(query.order_by(Refund.made_at, Refund.id)).all()
