"""The payment of one basket, from the moment that its price was frozen: the record by which a crash is made up for."""

from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct
from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.fiscal.signer import Seal
from kiosk.hub.models.base import Base, ContractJson
from kiosk.pricing.priced import PricedBasket

State: TypeAlias = Literal["asked", "ending", "paid", "released"]
Trouble: TypeAlias = Literal["", "refused", "late", "returned"]
LeftBy: TypeAlias = Literal["exit", "word"]
"""How who is charged on leaving was known to go: an exit saw her, or she said so."""
OPEN: tuple[State, ...] = ("asked", "ending")
"""In these nobody knows yet what comes of it."""


class Tendered(Struct, frozen=True):
    """What pays beside money: so many smallest `steps` of `unit`, worth so much, laid by under this payment's id."""

    payment: str
    unit: str
    steps: int
    worth: Decimal


class Settlement(Base):
    """A payment: what is bought for how much, and how it stands.

    - `asked`: all benefits are laid by, and the provider was asked, or is about to be
    - `ending`: it is to be ended, and the provider was told so, or is about to be
    - `paid`: the money came, and with it everything was redeemed
    - `released`: no money came, and everything was given back

    `bill` is the price as it was frozen, `ways` how each of its lines comes to her, and `due` what is left to be paid
    in money. `look_at` is when the provider is asked next, and `ends_at` when it is not waited for any longer.
    `number` counts the store's sales without a gap. `was_declined`: her last try failed; `is_unclear`: the
    provider said nothing when it was last asked. `seal` is what a device of the law's signed of a sale. `begun_at` is
    when the provider was last told to have it paid. `trouble` is what somebody of the store should know of:

    - `refused`: the provider refuses to tell how it stands
    - `late`: it may have been paid after all was given back, and the money is to go back
    - `returned`: it was, and the money is back

    What is charged as she leaves says how she did (`left_by`), and by what of hers (`means`, the provider's name for
    it); who pays herself has neither.
    """

    __tablename__ = "settlements"
    __table_args__ = (
        UniqueConstraint("store_id", "number"),
        Index(None, "member_key", "made_at"),
        Index(None, "look_at"),
        Index(None, "state", "is_sealed"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    member_key: Mapped[str | None] = mapped_column(ForeignKey("members.key"))
    bill: Mapped[PricedBasket] = mapped_column(ContractJson(PricedBasket))
    ways: Mapped[dict[str, str]]
    tendered: Mapped[tuple[Tendered, ...]] = mapped_column(ContractJson(tuple[Tendered, ...]))
    due: Mapped[Decimal]
    provider: Mapped[str]
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    look_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(default="asked")
    ref: Mapped[str] = mapped_column(default="")
    was_declined: Mapped[bool] = mapped_column(default=False)
    is_unclear: Mapped[bool] = mapped_column(default=False)
    paid_at: Mapped[datetime | None] = mapped_column(default=None)
    number: Mapped[int | None] = mapped_column(default=None)
    seal: Mapped[Seal | None] = mapped_column(ContractJson(Seal), default=None)
    is_sealed: Mapped[bool] = mapped_column(default=False)
    address: Mapped[str | None] = mapped_column(default=None)
    released_at: Mapped[datetime | None] = mapped_column(index=True, default=None)
    begun_at: Mapped[datetime | None] = mapped_column(default=None)
    trouble: Mapped[str] = mapped_column(index=True, default="")
    left_by: Mapped[str | None] = mapped_column(default=None)
    means: Mapped[str] = mapped_column(default="")


def find_settlement(session: Session, settlement_id: str) -> Settlement | None:
    """The payment of this id."""
    return session.get(Settlement, settlement_id)


def find_settlement_of(session: Session, keys: Collection[str], settlement_id: str) -> Settlement | None:
    """The payment of this id, if it is of one of these keys."""
    found = session.get(Settlement, settlement_id)
    return found if found and found.member_key in keys else None


def find_open(session: Session, keys: Collection[str]) -> Settlement | None:
    """The payment of these keys of which nobody knows yet what comes."""
    query = select(Settlement).where(Settlement.member_key.in_(keys), Settlement.state.in_(OPEN))
    return session.scalars(query).first()


def list_open_bills(session: Session, store_id: str, but_keys: Collection[str]) -> list[PricedBasket]:
    """What is being paid in this store by anybody but these."""
    query = select(Settlement).where(Settlement.store_id == store_id, Settlement.state.in_(OPEN))
    return [row.bill for row in session.scalars(query) if row.member_key not in but_keys]


def list_due_settlements(session: Session, now: datetime, most: int) -> list[str]:
    """The ids of those that are to be looked at, the longest due first."""
    query = select(Settlement.id).where(Settlement.look_at <= now).order_by(Settlement.look_at, Settlement.id)
    return list(session.scalars(query.limit(most)))


def list_unsealed(session: Session, most: int) -> list[str]:
    """The ids of sales that are yet to be signed, the first first."""
    query = select(Settlement.id).where(Settlement.state == "paid", Settlement.is_sealed.is_(False))
    return list(session.scalars(query.order_by(Settlement.number).limit(most)))


def list_troubled(session: Session, store_id: str) -> list[Settlement]:
    """Those of this store that somebody should know of, the latest first."""
    query = select(Settlement).where(Settlement.store_id == store_id, Settlement.trouble != "")
    return list(session.scalars(query.order_by(Settlement.made_at.desc(), Settlement.id)))


def count_stuck(session: Session) -> int:
    """How many need somebody: they may not come to an end by themselves."""
    query = select(func.count()).select_from(Settlement).where(Settlement.trouble.in_(("refused", "late")))
    return session.scalar(query) or 0


def find_sale(session: Session, store_id: str, number: int) -> Settlement | None:
    """The store's sale of this number."""
    return session.scalar(select(Settlement).where(Settlement.store_id == store_id, Settlement.number == number))


def list_sales(session: Session, store_id: str, since: datetime) -> list[Settlement]:
    """What was paid on phones since then, the latest first."""
    query = select(Settlement).where(Settlement.store_id == store_id, Settlement.paid_at >= since)
    return list(session.scalars(query.order_by(Settlement.number.desc())))


def count_sale(session: Session, store_id: str) -> int:
    """The number of the store's next sale; the session is a writer's, or two would get the same."""
    return (session.scalar(select(func.max(Settlement.number)).where(Settlement.store_id == store_id)) or 0) + 1


def has_trouble(session: Session, keys: Collection[str]) -> bool:
    """Whether nobody knows what comes, or came, of a payment of these keys."""
    in_doubt = or_(Settlement.is_unclear, Settlement.trouble.in_(("refused", "late")))
    query = select(Settlement.id).where(Settlement.member_key.in_(keys), in_doubt)
    return session.scalar(query.limit(1)) is not None


def was_charged_since(session: Session, keys: Collection[str], since: datetime) -> bool:
    """Whether these keys were charged on leaving since then, or were to be."""
    query = select(Settlement.id).where(Settlement.member_key.in_(keys), Settlement.made_at >= since)
    return session.scalar(query.where(Settlement.left_by.is_not(None)).limit(1)) is not None


def call_off_charges(session: Session, keys: Collection[str], now: datetime, above: Decimal = Decimal(0)) -> None:
    """End what these keys are charged without them `above` this, as far as the provider was not told of it yet."""
    query = select(Settlement).where(Settlement.member_key.in_(keys), Settlement.left_by.is_not(None))
    for row in session.scalars(query.where(Settlement.state == "asked")):
        if row.due > above:  # kept as text, of which a database would compare the letters
            row.state, row.look_at = "ending", now
