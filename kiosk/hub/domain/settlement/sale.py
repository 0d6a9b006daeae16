"""How a sale stands in the books: what came in by whom, and what was sold under each class of tax."""

from datetime import datetime
from decimal import Decimal

import msgspec
from sqlalchemy.orm import Session

from kiosk.hub.domain.benefits.ledger import PAID_OUT, REFUNDING, SALES, Cause, Move, Posting, post
from kiosk.hub.domain.benefits.unit import Unit, count_steps
from kiosk.hub.domain.settlement.refund_share import RefundShare
from kiosk.hub.models.settlement.refund import Refund
from kiosk.hub.models.settlement.settlement import Settlement

CLEARING = "clearing"
"""The part of the books in which the money lies that a provider took."""
TENDERED = "tendered"
"""What was paid by what members had earned: how many points those were stands in the books of points."""


def post_sale(session: Session, row: Settlement, now: datetime) -> None:
    """Post it, once; a sale for nothing moves nothing."""
    money = [(CLEARING, row.provider, row.due)]
    money += [(TENDERED, one.unit, one.worth) for one in row.tendered]
    money += [(SALES, share.vat, -share.gross) for share in row.bill.taxes]
    _post(session, row, Cause(f"sale:{row.id}", "sale", f"sale {row.number}"), money, now)


def post_refund_due(session: Session, row: Settlement, refund: Refund, share: RefundShare, now: datetime) -> None:
    """Post that goods came back: they are not sold, and what paid for them is owed, or was given back."""
    money = [(REFUNDING, row.provider, -share.money)]
    money += [(TENDERED, one.unit, -one.worth) for one in share.tendered]
    money += [(SALES, vat, amount) for vat, amount in share.sold.items()]
    _post(session, row, Cause(f"back:{refund.id}", "refund", f"of sale {row.number}"), money, now)


def post_refund_paid(session: Session, row: Settlement, refund: Refund, now: datetime) -> None:
    """Post that the provider gave the money back."""
    money = [(REFUNDING, row.provider, refund.money), (CLEARING, row.provider, -refund.money)]
    _post(session, row, Cause(f"given:{refund.id}", "refund", f"of sale {row.number}"), money, now)


def post_paid_out(session: Session, row: Settlement, refund: Refund, now: datetime) -> None:
    """Post that the store paid it out itself, in place of the provider."""
    money = [(REFUNDING, row.provider, refund.money), (PAID_OUT, row.provider, -refund.money)]
    _post(session, row, Cause(f"given:{refund.id}", "refund", f"of sale {row.number}, paid out"), money, now)


def _post(
    session: Session, row: Settlement, cause: Cause, money: list[tuple[str, str, Decimal]], now: datetime
) -> None:
    unit = msgspec.convert(row.bill.currency, Unit)
    moves = tuple(Move(kind, owner, count_steps(amount, unit)) for kind, owner, amount in money if amount)
    if moves:
        post(session, row.store_id, Posting(cause, unit, moves), now)
