"""How a sale is signed once it is paid: beside the payment, so that a device that is away holds up no shopper."""

from decimal import Decimal

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.fiscal.process_data import make_process_data
from kiosk.hub.fiscal.signer import Sale, Seal
from kiosk.hub.models.settlement.settlement import Settlement


def make_sale(row: Settlement) -> Sale:
    """What is signed of it; the row is of one that was paid."""
    turnover = dict.fromkeys((share.rate for share in row.bill.taxes), Decimal(0))
    for share in row.bill.taxes:
        turnover[share.rate] += share.gross
    ended_at = row.paid_at or row.made_at
    data = make_process_data(turnover, row.bill.total, row.bill.currency)
    return Sale(row.id, row.number or 0, row.made_at, ended_at, data)


def seal_sale(hub: Hub, settlement_id: str) -> bool:
    """Have it signed, and keep what the device said; False: it was, or is not to be. Raises `SignerSilent`."""
    with hub.database.read() as session:
        row = session.get_one(Settlement, settlement_id)
        if hub.signer is None or row.state != "paid" or row.seal is not None:
            return False
        sale = make_sale(row)
    seal = hub.signer.sign(sale)
    with hub.database.write() as session:
        return _keep(session, settlement_id, seal)


def _keep(session: Session, settlement_id: str, seal: Seal) -> bool:
    row = session.get_one(Settlement, settlement_id)
    if row.seal is None:
        row.seal, row.is_sealed = seal, True
        return True
    return False
