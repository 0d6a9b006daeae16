"""Whom a payment is asked of, and what about."""

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.payment.provider import Charge, Provider, ProviderSilent


def read_charge(row: Settlement) -> Charge:
    """What the provider is asked about."""
    return Charge(row.id, Money(row.due, row.bill.currency), row.made_at, row.ref)


def find_provider(hub: Hub, name: str) -> Provider:
    """Who took this money. Raises `ProviderSilent` where the hub is served with another one, or with none."""
    if hub.provider is None or hub.provider.name != name:
        message = f"a payment by {name} is under way: serve the hub with it until that is over"
        raise ProviderSilent(message)
    return hub.provider
