"""Facts as the tests tell them: so many days before now, of a kind."""

from datetime import timedelta
from decimal import Decimal

from kiosk.hub.domain.profile.fact import Detail, Fact, Kind
from tests.hub.running import NOW


def make_fact(kind: Kind, days: float = 0.0, **detail: object) -> Fact:
    """What happened so many days ago."""
    return Fact(kind, NOW - timedelta(days=days), Detail(**detail))  # type: ignore[arg-type] # as the test names them


def make_order(order: str, amount: str | None, days: float = 0.0, kind: Kind = "ordered") -> Fact:
    """A purchase in euros so many days ago."""
    return make_fact(kind, days, order=order, amount=Decimal(amount) if amount else None, currency="EUR")
