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
from kiosk.hub.payment.means import Means
from kiosk.hub.payment.provider import Charge, Provider, ProviderRefused, Refund
from kiosk.hub.payment.stripe_provider import StripeProvider
from tests.doubles.localstripe import CARD, DECLINED, LocalStripe
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


@pytest.fixture
def name_means(request: pytest.FixtureRequest) -> Callable[..., None]:
    """How she names a means of payment there, one that pays or not."""

    def name(provider: Provider, means: Means, *, pays: bool = True) -> None:
        if isinstance(provider, TrainingTill):
            provider.name_means(means.id, "pays" if pays else "declines")
        elif isinstance(provider, MoodyProvider):
            provider.name_means(means.id)
            provider.declines = not pays
        else:
            local: LocalStripe = request.getfixturevalue("localstripe")
            local.name_means(means.ref, CARD if pays else DECLINED)

    return name


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


def test_what_she_set_up_is_charged_without_her_and_never_again_once_it_was_let_go(
    taker: tuple[Provider, Callable[[Charge], None]], name_means: Callable[[Provider, Means], None]
) -> None:
    provider, _ = taker
    means, charge = Means(uuid4().hex, datetime.now(UTC)), make_charge()
    before, open_ = provider.look_up_means(means), provider.set_up(means)
    name_means(provider, replace(means, ref=open_.ref))
    kept = provider.look_up_means(means)
    paid = provider.begin(replace(charge, means=open_.ref))

    assert (before, open_.state) == (None, "open")
    assert kept
    assert (kept.ref, kept.state, paid.state) == (open_.ref, "kept", "approved")
    for _ in range(2):
        provider.let_go(means)
    with pytest.raises(ProviderRefused):
        provider.begin(replace(make_charge(), means=open_.ref))
    provider.let_go(Means(uuid4().hex, datetime.now(UTC)))


def test_what_declines_stays_open_and_can_be_ended(
    taker: tuple[Provider, Callable[[Charge], None]], name_means: Callable[..., None]
) -> None:
    provider, _ = taker
    means, charge = Means(uuid4().hex, datetime.now(UTC)), make_charge()
    ref = provider.set_up(means).ref
    name_means(provider, replace(means, ref=ref), pays=False)
    declined = provider.begin(replace(charge, means=ref))

    assert (declined.state, declined.was_declined) == ("open", True)
    assert provider.end(replace(charge, ref=declined.ref)).state == "ended"


def test_what_she_never_named_can_be_let_go(taker: tuple[Provider, Callable[[Charge], None]]) -> None:
    provider, _ = taker
    means = Means(uuid4().hex, datetime.now(UTC))
    provider.set_up(means)
    provider.let_go(means)
    found = provider.look_up_means(means)

    assert found
    assert found.state == "ended"
