"""How a sale stands in the books: what came in by whom, and what was sold under each class of tax."""

from datetime import datetime

import msgspec
from sqlalchemy.orm import Session

from kiosk.hub.domain.benefits.ledger import SALES, Cause, Move, Posting, post
from kiosk.hub.domain.benefits.unit import Unit, count_steps
from kiosk.hub.models.settlement.settlement import Settlement

CLEARING = "clearing"
"""The part of the books in which the money lies that a provider took."""
TENDERED = "tendered"
"""What was paid by what members had earned: how many points those were stands in the books of points."""


def post_sale(session: Session, row: Settlement, now: datetime) -> None:
    """Post it, once; a sale for nothing moves nothing."""
    unit = msgspec.convert(row.bill.currency, Unit)
    money = [(CLEARING, row.provider, row.due)]
    money += [(TENDERED, one.unit, one.worth) for one in row.tendered]
    money += [(SALES, share.vat, -share.gross) for share in row.bill.taxes]
    moves = tuple(Move(kind, owner, count_steps(amount, unit)) for kind, owner, amount in money if amount)
    if moves:
        cause = Cause(f"sale:{row.id}", "sale", f"sale {row.number}")
        post(session, row.store_id, Posting(cause, unit, moves), now)
