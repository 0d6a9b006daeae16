from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from msgspec.structs import replace

from kiosk.contract.money import Money
from kiosk.hub.payment.provider import Charge, ProviderRefused, ProviderSilent, Refund
from kiosk.hub.payment.stripe_provider import StripeProvider
from tests.doubles.localstripe import LocalStripe

pytestmark = pytest.mark.allow_log("urllib3.connectionpool: Retrying")  # it waits for localstripe to come up
DECLINED = "4000000000000341"


@pytest.fixture
def provider(localstripe: LocalStripe) -> StripeProvider:
    return StripeProvider(localstripe.account)


@pytest.fixture
def charge() -> Charge:
    return Charge(uuid4().hex, Money(Decimal("74.70"), "EUR"), datetime.now(UTC))


def test_an_intent_is_begun_looked_up_by_either_name_and_paid(
    provider: StripeProvider, localstripe: LocalStripe, charge: Charge
) -> None:
    unknown = provider.look_up(charge)
    begun = provider.begin(charge)
    localstripe.pay(begun.ref)

    assert (unknown, begun.state) == (None, "open")
    assert begun.secret.startswith(f"{begun.ref}_secret_")
    for one in (charge, replace(charge, ref=begun.ref)):
        paid = provider.look_up(one)
        assert paid
        assert (paid.ref, paid.state) == (begun.ref, "approved")
    assert provider.end(replace(charge, ref=begun.ref)).state == "approved"


def test_a_card_that_is_declined_leaves_it_open_for_another(
    provider: StripeProvider, localstripe: LocalStripe, charge: Charge
) -> None:
    begun = provider.begin(charge)
    localstripe.pay(begun.ref, DECLINED)
    declined = provider.look_up(charge)

    assert declined
    assert (declined.state, declined.was_declined) == ("open", True)
    assert provider.end(replace(charge, ref=begun.ref)).state == "ended"


def test_a_refund_is_asked_for_once_and_never_of_what_was_not_paid(
    provider: StripeProvider, localstripe: LocalStripe, charge: Charge
) -> None:
    begun = provider.begin(charge)
    refund = Refund(uuid4().hex, replace(charge, ref=begun.ref), Money(Decimal("24.90"), "EUR"))
    localstripe.pay(begun.ref)
    done = [provider.look_up_refund(refund), provider.give_back(refund), provider.look_up_refund(refund)]
    refunds = localstripe.ask("GET", "/v1/refunds?payment_intent=" + begun.ref)["data"]

    assert done == [None, "done", "done"]
    assert [one["amount"] for one in refunds] == [2490]
    with pytest.raises(ProviderRefused):
        provider.give_back(replace(refund, charge=replace(charge, ref="pi_none")))


def test_an_intent_over_another_amount_is_none_of_the_hubs(provider: StripeProvider, charge: Charge) -> None:
    begun = provider.begin(charge)
    with pytest.raises(ProviderSilent, match="cannot be"):
        provider.look_up(replace(charge, ref=begun.ref, amount=Money(Decimal("1.00"), "EUR")))


def test_where_nobody_answers_nobody_knows(localstripe: LocalStripe, charge: Charge) -> None:
    away = StripeProvider(replace(localstripe.account, api="http://127.0.0.1:9"))
    for ask in (away.begin, away.look_up, away.end):
        with pytest.raises(ProviderSilent):
            ask(charge)


def test_keys_that_stripe_does_not_know_say_nothing_of_a_charge(localstripe: LocalStripe, charge: Charge) -> None:
    with pytest.raises(ProviderSilent):
        StripeProvider(replace(localstripe.account, key="x")).look_up(charge)


def test_test_keys_move_no_money(provider: StripeProvider, localstripe: LocalStripe) -> None:
    assert not provider.is_live
    assert StripeProvider(replace(localstripe.account, key="sk_live_1")).is_live
