"""An account of the ledger: what somebody has of one unit, told without adding up how it came about."""

from collections.abc import Sequence

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base


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


def open_account(session: Session, wanted: LedgerAccount) -> LedgerAccount:
    """The account that is at this place already, else this one; to be called by a writer, who alone may change it."""
    query = select(LedgerAccount).where(
        LedgerAccount.store_id == wanted.store_id,
        LedgerAccount.kind == wanted.kind,
        LedgerAccount.owner == wanted.owner,
        LedgerAccount.unit == wanted.unit,
    )
    account = session.scalar(query)
    if account is None:
        session.add(wanted)
        session.flush()
    return account or wanted


def list_accounts(session: Session, store_id: str, kind: str, owner: str) -> list[LedgerAccount]:
    """All accounts of an owner, by unit."""
    query = select(LedgerAccount).where(
        LedgerAccount.store_id == store_id, LedgerAccount.kind == kind, LedgerAccount.owner == owner
    )
    return list(session.scalars(query.order_by(LedgerAccount.unit)))


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
