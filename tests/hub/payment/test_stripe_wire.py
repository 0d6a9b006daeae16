from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
import stripe

from kiosk.hub.payment.provider import ProviderRefused, ProviderSilent
from kiosk.hub.payment.stripe_wire import find_latest, naming_errors

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def make(mark: str, seconds_ago: int) -> stripe.PaymentIntent:
    created = int(NOW.timestamp()) - seconds_ago
    return stripe.PaymentIntent.construct_from({"metadata": {"vitrine": mark}, "created": created}, "sk_test_1")


def test_an_intent_is_looked_for_among_those_that_can_be_it_and_no_further() -> None:
    def tell() -> Iterator[stripe.PaymentIntent]:
        yield make("another", 0)
        yield make("it", 299)
        pytest.fail("it looked on")

    found = find_latest(tell(), "it", NOW)

    assert found
    assert find_latest([make("it", 301)], "it", NOW) is None


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ((stripe.InvalidRequestError, "no", "amount"), ProviderRefused),
        ((stripe.CardError, "no", "card", "card_declined"), ProviderRefused),
        ((stripe.APIConnectionError, "away"), ProviderSilent),
        ((stripe.RateLimitError, "later"), ProviderSilent),
        ((stripe.IdempotencyError, "at the same time"), ProviderSilent),
        ((stripe.AuthenticationError, "who"), ProviderSilent),
    ],
)
def test_what_is_refused_came_to_nothing_and_of_all_else_nobody_knows(
    error: tuple[Callable[..., stripe.StripeError], *tuple[str, ...]], said: type[Exception]
) -> None:
    make, *words = error
    with pytest.raises(said), naming_errors():
        raise make(*words)
