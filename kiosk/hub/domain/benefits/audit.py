"""Whether the ledger's books are right: reckoned anew from all its lines, for whoever does not take its word for it."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.hub.models.benefits.ledger_account import LedgerAccount
from kiosk.hub.models.benefits.ledger_line import LedgerLine
from kiosk.hub.models.benefits.ledger_posting import LedgerPosting


def find_faults(session: Session) -> list[str]:
    """What is wrong, in words; it takes as long as the ledger is long."""
    return [*_find_lopsided(session), *_find_wrong_balances(session), *_find_mixed(session)]


def _find_lopsided(session: Session) -> list[str]:
    query = select(LedgerLine.posting_id).group_by(LedgerLine.posting_id).having(func.sum(LedgerLine.steps) != 0)
    return [f"posting {posting_id} does not sum to zero" for posting_id in session.scalars(query)]


def _find_wrong_balances(session: Session) -> list[str]:
    total = func.coalesce(func.sum(LedgerLine.steps), 0)
    query = select(LedgerAccount.id).outerjoin(LedgerLine, LedgerLine.account_id == LedgerAccount.id)
    query = query.group_by(LedgerAccount.id, LedgerAccount.balance).having(total != LedgerAccount.balance)
    return [f"the balance of account {account_id} is not what its lines say" for account_id in session.scalars(query)]


def _find_mixed(session: Session) -> list[str]:
    query = select(LedgerPosting.id).join(LedgerLine, LedgerLine.posting_id == LedgerPosting.id)
    query = query.join(LedgerAccount, LedgerAccount.id == LedgerLine.account_id)
    foreign = (LedgerAccount.unit != LedgerPosting.unit) | (LedgerAccount.store_id != LedgerPosting.store_id)
    return [f"posting {one} moves another unit, or another store's" for one in session.scalars(query.where(foreign))]
