"""A line of a posting: how much it put into one account, or took from it."""

from collections.abc import Sequence

from sqlalchemy import BigInteger, ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.benefits.ledger_account import LedgerAccount
from kiosk.hub.models.benefits.ledger_posting import LedgerPosting


class LedgerLine(Base):
    """So many smallest steps of the posting's unit into the account, or, below zero, out of it."""

    __tablename__ = "ledger_lines"
    __table_args__ = (Index(None, "account_id", "posting_id"),)

    posting_id: Mapped[int] = mapped_column(ForeignKey("ledger_postings.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("ledger_accounts.id"), primary_key=True)
    steps: Mapped[int] = mapped_column(BigInteger)


def list_lines(session: Session, posting_id: int) -> Sequence[tuple[LedgerLine, LedgerAccount]]:
    """The lines of a posting, each with its account."""
    query = select(LedgerLine, LedgerAccount).join(LedgerAccount, LedgerAccount.id == LedgerLine.account_id)
    return session.execute(query.where(LedgerLine.posting_id == posting_id).order_by(LedgerAccount.id)).all()


def list_latest(session: Session, account_ids: Sequence[int], most: int) -> list[tuple[LedgerPosting, LedgerLine]]:
    """What moved in these accounts last, the latest first; it reads no more lines than it tells of each account."""
    lines = [line for account_id in account_ids for line in _list_latest_of(session, account_id, most)]
    return sorted(lines, key=lambda pair: pair[0].id, reverse=True)[:most]


def _list_latest_of(session: Session, account_id: int, most: int) -> Sequence[tuple[LedgerPosting, LedgerLine]]:
    query = select(LedgerPosting, LedgerLine).join(LedgerLine, LedgerLine.posting_id == LedgerPosting.id)
    query = query.where(LedgerLine.account_id == account_id).order_by(LedgerLine.posting_id.desc()).limit(most)
    return session.execute(query).all()
