"""How the promotions that a basket uses are held while it is paid, so that no budget and no limit is used twice."""

from collections import defaultdict
from decimal import Decimal

from sqlalchemy.orm import Session

from kiosk.hub.models.settlement.promotion_use import PromotionUse
from kiosk.hub.models.settlement.settlement import Settlement


def hold_promotions(session: Session, row: Settlement) -> None:
    """Note what each took off the bill."""
    amounts = defaultdict[str, Decimal](Decimal)
    for line in row.bill.lines:
        for saving in line.savings:
            if saving.source == "promotion":
                amounts[saving.benefit] += saving.amount
    session.add_all(
        PromotionUse(
            settlement_id=row.id,
            promotion_id=promotion_id,
            store_id=row.store_id,
            member_key=row.member_key,
            amount=amount,
        )
        for promotion_id, amount in sorted(amounts.items())
    )
    session.flush()
