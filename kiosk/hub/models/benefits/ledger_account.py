"""An account of the ledger: what somebody has of one unit, told without adding up how it came about."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from msgspec import Struct
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    UniqueConstraint,
    and_,
    bindparam,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.prepared import Prepared
from kiosk.hub.models.row import write_row


class LedgerAccount(Base):
    """What `owner` has of `unit` in the part `kind` of the store's books, in the unit's smallest steps, as cents.

    The database itself keeps the balance of an account from falling below zero, unless it `may_overdraw`.
    """

    __tablename__ = "ledger_accounts"
    __table_args__ = (
        UniqueConstraint("store_id", "kind", "owner", "unit"),
        CheckConstraint("balance >= 0 OR may_overdraw", name="ck_ledger_accounts_balance"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    kind: Mapped[str]
    owner: Mapped[str]
    unit: Mapped[str]
    may_overdraw: Mapped[bool] = mapped_column(default=False)
    balance: Mapped[int] = mapped_column(BigInteger, default=0)


class Account(Struct, frozen=True):
    """An account as it was when it was read."""

    id: int
    kind: str
    owner: str
    unit: str
    may_overdraw: bool
    balance: int


class Books(Struct, frozen=True):
    """A store's books in one unit."""

    store_id: str
    unit: str


class Place(Struct, frozen=True):
    """Where an account is in the books, and whether it may overdraw where it is opened."""

    kind: str
    owner: str
    may_overdraw: bool


def list_columns(account: type[LedgerAccount]) -> tuple[InstrumentedAttribute[Any], ...]:
    """Of what an `Account` is made, of the table or of an alias of it."""
    return account.id, account.kind, account.owner, account.unit, account.may_overdraw, account.balance


_COLUMNS = list_columns(LedgerAccount)


@cache
def _prepare_places(count: int) -> Prepared[Account]:
    """Finds the accounts of so many places."""
    books = LedgerAccount.store_id == bindparam("store_id"), LedgerAccount.unit == bindparam("unit")
    kinds = (LedgerAccount.kind == bindparam(f"kind{number}") for number in range(count))
    owners = (LedgerAccount.owner == bindparam(f"owner{number}") for number in range(count))
    places = (and_(*books, kind, owner) for kind, owner in zip(kinds, owners, strict=True))
    return Prepared(select(*_COLUMNS).where(or_(*places)), Account)


def open_accounts(
    session: Session, books: Books, places: Sequence[Place], found: Iterable[Account] = ()
) -> list[Account]:
    """The account in each of these places, opened where there is none, by one query for all.

    To be called by a writer, who alone may change them. `found` are those that there are; none: nobody looked.
    """
    known = {(one.kind, one.owner): one for one in found or _find_accounts(session, books, places)}
    return [known.get((place.kind, place.owner)) or _open_account(session, books, place) for place in places]


def _find_accounts(session: Session, books: Books, places: Sequence[Place]) -> list[Account]:
    names = {f"kind{number}": place.kind for number, place in enumerate(places)}
    names |= {f"owner{number}": place.owner for number, place in enumerate(places)}
    return _prepare_places(len(places)).run(session, store_id=books.store_id, unit=books.unit, **names)


def _open_account(session: Session, books: Books, place: Place) -> Account:
    values = {"store_id": books.store_id, "kind": place.kind, "owner": place.owner, "unit": books.unit}
    number = write_row(session, LedgerAccount, {**values, "may_overdraw": place.may_overdraw})
    return Account(number, place.kind, place.owner, books.unit, place.may_overdraw, 0)


_SHIFT = Prepared(
    update(LedgerAccount)
    .where(LedgerAccount.id == bindparam("account_id"))
    .values(balance=LedgerAccount.balance + bindparam("steps")),
    tuple,
)


def shift_balances(session: Session, shifts: Iterable[tuple[int, int]]) -> None:
    """Put so many steps into each of these accounts."""
    _SHIFT.run_all(session, ({"account_id": number, "steps": steps} for number, steps in shifts))


def list_accounts(session: Session, store_id: str, kind: str, owner: str) -> list[Account]:
    """All accounts of an owner, by unit."""
    query = select(*_COLUMNS).where(
        LedgerAccount.store_id == store_id, LedgerAccount.kind == kind, LedgerAccount.owner == owner
    )
    return [Account(*row) for row in session.execute(query.order_by(LedgerAccount.unit))]


def list_filled_accounts(session: Session, owners: Sequence[str]) -> list[Account]:
    """All accounts of these owners that are not empty."""
    query = select(*_COLUMNS).where(LedgerAccount.owner.in_(owners), LedgerAccount.balance != 0)
    return [Account(*row) for row in session.execute(query.order_by(LedgerAccount.id))]


def sum_balances(
    session: Session, store_id: str, kinds: Sequence[str], owners: Sequence[str], unit: str
) -> dict[str, int]:
    """What these owners have of a unit in these parts of the books together; those without an account are missing."""
    query = select(LedgerAccount.owner, func.sum(LedgerAccount.balance)).where(
        LedgerAccount.store_id == store_id,
        LedgerAccount.kind.in_(kinds),
        LedgerAccount.owner.in_(owners),
        LedgerAccount.unit == unit,
    )
    return {owner: int(steps) for owner, steps in session.execute(query.group_by(LedgerAccount.owner))}
