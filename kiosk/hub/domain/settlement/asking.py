"""Whom a payment is asked of, and what about."""

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.models.settlement.refund import Refund
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.payment.provider import Charge, Provider, ProviderRefused, ProviderSilent, RefundState
from kiosk.hub.payment.provider import Refund as Order


def read_charge(row: Settlement) -> Charge:
    """What the provider is asked about."""
    return Charge(row.id, Money(row.due, row.bill.currency), row.made_at, row.ref, row.means)


def read_refund(row: Settlement, refund: Refund) -> Order:
    """What the provider is to give back."""
    return Order(refund.name, read_charge(row), Money(refund.money, row.bill.currency))


def give_back(provider: Provider, order: Order) -> RefundState:
    """Look up what came of it, and ask for it where the provider never heard of it: once, however often it is called.

    Raises `ProviderSilent` as `look_up_refund` does: then nobody knows, and nothing is asked for.
    """
    known = look_up_refund(provider, order)
    if known is not None:
        return known
    try:
        return provider.give_back(order)
    except ProviderRefused:
        return "failed"


def look_up_refund(provider: Provider, order: Order) -> RefundState | None:
    """What came of it; `None`: the provider never heard of it. Raises `ProviderSilent`, too, where it tells nothing."""
    try:
        return provider.look_up_refund(order)
    except ProviderRefused as refused:
        message = f"look at the payment {order.charge.id} at the provider, which tells nothing of a refund: {refused}"
        raise ProviderSilent(message) from refused


def find_provider(hub: Hub, name: str) -> Provider:
    """Who took this money. Raises `ProviderSilent` where the hub is served with another one, or with none."""
    if hub.provider is None or hub.provider.name != name:
        message = f"a payment by {name} is under way: serve the hub with it until that is over"
        raise ProviderSilent(message)
    return hub.provider
