"""The ledger as an outsider reads it."""

from dataclasses import dataclass

from sqlalchemy import func, select

from kiosk.hub.database import Database
from kiosk.hub.domain.benefits.audit import find_faults
from kiosk.hub.models.benefits.ledger_account import LedgerAccount
from kiosk.hub.models.benefits.ledger_posting import LedgerPosting


@dataclass
class Books:
    """All accounts of one database."""

    database: Database

    def read(self, owner: str, unit: str = "points", kind: str = "member") -> int:
        """What somebody has, in smallest steps."""
        with self.database.read() as session:
            query = select(func.sum(LedgerAccount.balance)).where(
                LedgerAccount.owner == owner, LedgerAccount.unit == unit, LedgerAccount.kind == kind
            )
            return int(session.scalar(query) or 0)

    def read_coupons(self, offer: str) -> dict[str, int]:
        """How many coupons of an offer there are in each state that has any."""
        with self.database.read() as session:
            query = select(LedgerAccount.kind, LedgerAccount.balance).where(
                LedgerAccount.owner == offer, LedgerAccount.unit == "coupons", LedgerAccount.balance > 0
            )
            return dict(session.execute(query).all())

    def count(self, reason: str) -> int:
        """How often something was posted for this reason."""
        with self.database.read() as session:
            query = select(func.count()).select_from(LedgerPosting).where(LedgerPosting.reason == reason)
            return session.scalar(query) or 0

    def list_faults(self) -> list[str]:
        with self.database.read() as session:
            return find_faults(session)
