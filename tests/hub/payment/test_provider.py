"""What the hub counts on, whoever takes the money: each provider is asked the same."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from msgspec.structs import replace

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.training_till import TrainingTill
from kiosk.hub.payment.provider import Charge, Provider, Refund
from kiosk.hub.payment.stripe_provider import StripeProvider
from tests.doubles.localstripe import LocalStripe
from tests.doubles.moody_provider import MoodyProvider

pytestmark = pytest.mark.allow_log("urllib3.connectionpool: Retrying")  # it waits for localstripe to come up


@pytest.fixture(params=["training", "stripe", "moody"])
def taker(request: pytest.FixtureRequest, hub: Hub) -> tuple[Provider, Callable[[Charge], None]]:
    """Who takes the money, and how a shopper pays there."""
    if request.param == "training":
        till = TrainingTill(hub.database, hub.now)
        return till, lambda charge: till.answer(charge.id, "approve")
    if request.param == "stripe":
        local: LocalStripe = request.getfixturevalue("localstripe")
        return StripeProvider(local.account), lambda charge: local.pay(charge.ref)
    moody = MoodyProvider()
    return moody, lambda charge: moody.settle(charge.id, "approved")


def make_charge() -> Charge:
    return Charge(uuid4().hex, Money(Decimal("12.50"), "EUR"), datetime.now(UTC))


def test_what_is_asked_for_is_found_paid_and_given_back(taker: tuple[Provider, Callable[[Charge], None]]) -> None:
    provider, pay = taker
    charge = make_charge()
    before, begun = provider.look_up(charge), provider.begin(charge)
    named = replace(charge, ref=begun.ref)
    pay(named)
    paid, refund = provider.look_up(charge), Refund(uuid4().hex, named, Money(Decimal("2.50"), "EUR"))

    assert (before, begun.state) == (None, "open")
    assert paid
    assert (paid.ref, paid.state, provider.end(named).state) == (begun.ref, "approved", "approved")
    assert [provider.give_back(refund), provider.give_back(refund)] == ["done", "done"]
    assert not provider.is_live
    assert provider.name


def test_what_is_ended_stays_ended(taker: tuple[Provider, Callable[[Charge], None]]) -> None:
    provider, _ = taker
    charge = make_charge()
    named = replace(charge, ref=provider.begin(charge).ref)
    ended = provider.end(named)
    found = provider.look_up(named)

    assert found
    assert (ended.state, found.state) == ("ended", "ended")
