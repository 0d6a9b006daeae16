from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
import requests
from msgspec.structs import replace

from kiosk.contract.money import Money
from kiosk.hub.payment.means import Means
from kiosk.hub.payment.provider import Charge, ProviderRefused, ProviderSilent
from kiosk.hub.payment.stripe_provider import StripeProvider
from tests.doubles.localstripe import ASKS_ITS_OWNER, DECLINED, LocalStripe

pytestmark = pytest.mark.allow_log("urllib3.connectionpool: Retrying")  # it waits for localstripe to come up


@pytest.fixture
def provider(localstripe: LocalStripe) -> StripeProvider:
    return StripeProvider(localstripe.account)


def make_means() -> Means:
    return Means(uuid4().hex, datetime.now(UTC))


def make_charge(ref: str) -> Charge:
    return Charge(uuid4().hex, Money(Decimal("22.90"), "EUR"), datetime.now(UTC), means=ref)


def list_intents(localstripe: LocalStripe, charge: Charge) -> list[dict[str, object]]:
    intents = localstripe.ask("GET", "/v1/payment_intents?limit=100")["data"]
    return [one for one in intents if one["metadata"].get("vitrine") == charge.id]


def test_what_is_kept_is_a_customer_without_a_name_and_is_charged_without_her(
    provider: StripeProvider, localstripe: LocalStripe
) -> None:
    means = make_means()
    begun = provider.set_up(means)
    setup = localstripe.ask("GET", f"/v1/setup_intents/{begun.ref}")
    payer = localstripe.ask("GET", f"/v1/customers/{setup['customer']}")
    localstripe.name_means(begun.ref)
    charge = make_charge(begun.ref)
    paid = provider.begin(charge)
    (intent,) = list_intents(localstripe, charge)

    assert begun.secret.startswith(f"{begun.ref}_secret_")
    assert (setup["usage"], payer["name"], payer["email"]) == ("off_session", None, None)
    assert (paid.state, intent["amount"], intent["customer"]) == ("approved", 2290, payer["id"])


@pytest.mark.parametrize("card", [DECLINED, ASKS_ITS_OWNER])
def test_a_card_that_is_declined_or_whose_bank_asks_for_her_takes_no_money_and_can_be_ended(
    provider: StripeProvider, localstripe: LocalStripe, card: str
) -> None:
    ref = provider.set_up(make_means()).ref
    localstripe.name_means(ref, card)
    charge = make_charge(ref)
    declined = provider.begin(charge)
    found = provider.look_up(charge)
    ended = provider.end(replace(charge, ref=declined.ref))

    assert (declined.state, declined.was_declined) == ("open", True)
    assert found
    assert (found.ref, found.state) == (declined.ref, "open")
    assert ended.state == "ended"
    assert len(list_intents(localstripe, charge)) == 1


def test_what_is_let_go_is_detached_and_nobody_s_any_more(provider: StripeProvider, localstripe: LocalStripe) -> None:
    means = make_means()
    ref = provider.set_up(means).ref
    localstripe.name_means(ref)
    setup = localstripe.ask("GET", f"/v1/setup_intents/{ref}")
    for _ in range(2):
        provider.let_go(replace(means, ref=ref))

    assert localstripe.ask("GET", f"/v1/payment_methods/{setup['payment_method']}")["customer"] is None
    with pytest.raises(requests.HTTPError, match="404"):
        localstripe.ask("GET", f"/v1/customers/{setup['customer']}")
    with pytest.raises(ProviderRefused):
        provider.begin(make_charge(ref))


def test_what_she_never_named_is_called_off_by_either_name(provider: StripeProvider, localstripe: LocalStripe) -> None:
    means = make_means()
    ref = provider.set_up(means).ref
    provider.let_go(means)

    assert localstripe.ask("GET", f"/v1/setup_intents/{ref}")["status"] == "canceled"
    with pytest.raises(ProviderRefused, match="nothing"):
        provider.begin(make_charge(ref))


def list_payers(localstripe: LocalStripe, means: Means) -> list[str]:
    payers = localstripe.ask("GET", "/v1/customers?limit=100")["data"]
    return [one["id"] for one in payers if one["metadata"].get("vitrine") == means.id]


def test_a_customer_whose_answer_was_lost_is_found_and_used(provider: StripeProvider, localstripe: LocalStripe) -> None:
    means = make_means()
    made = localstripe.ask("POST", "/v1/customers", **{"metadata[vitrine]": means.id})
    setup = localstripe.ask("GET", f"/v1/setup_intents/{provider.set_up(means).ref}")

    assert list_payers(localstripe, means) == [made["id"]] == [setup["customer"]]


def test_and_is_deleted_where_nothing_was_set_up(provider: StripeProvider, localstripe: LocalStripe) -> None:
    means, other = make_means(), make_means()
    for one in (means, other):
        localstripe.ask("POST", "/v1/customers", **{"metadata[vitrine]": one.id})
    for _ in range(2):
        provider.let_go(means)

    assert [len(list_payers(localstripe, one)) for one in (means, other)] == [0, 1]


def test_where_nobody_answers_nobody_knows(localstripe: LocalStripe) -> None:
    away = StripeProvider(replace(localstripe.account, api="http://127.0.0.1:9"))
    for ask in (away.set_up, away.look_up_means, away.let_go):
        with pytest.raises(ProviderSilent):
            ask(make_means())
