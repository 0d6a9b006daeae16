"""What of all that a member did was a purchase, each counted once."""

from collections.abc import Iterable
from decimal import Decimal

from kiosk.hub.domain.profile.fact import Fact


def list_purchases(facts: Iterable[Fact]) -> list[Fact]:
    """Orders and receipts; an order that was told twice counts once, and one that was cancelled not at all."""
    facts = list(facts)
    cancelled = {fact.detail.order for fact in facts if fact.kind == "cancelled"}
    orders: dict[str, Fact] = {}
    for fact in facts:
        if fact.kind in ("ordered", "bought") and fact.detail.order not in cancelled:
            orders.setdefault(fact.detail.order, fact)
    return list(orders.values())


def is_return(purchase: Fact) -> bool:
    """Whether more was brought back than bought: it lowers what she spent, and is no order."""
    return purchase.detail.amount is not None and purchase.detail.amount < 0


def sum_value(purchases: Iterable[Fact]) -> Decimal:
    """What was spent, in the currency of the last purchase: amounts in others are left out, for no rate is known."""
    paid = [purchase.detail for purchase in purchases if purchase.detail.amount is not None]
    return sum((one.amount for one in paid if one.amount and one.currency == paid[-1].currency), Decimal())
