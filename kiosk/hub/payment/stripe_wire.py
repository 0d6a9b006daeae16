"""How Stripe is asked, whatever about: by which client, what is found there again, and what its errors say."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

import stripe

from kiosk.hub.payment.provider import ProviderRefused, ProviderSilent
from kiosk.hub.payment.stripe_account import StripeAccount

MARK = "vitrine"
"""Where Stripe's things bear the hub's own id."""
_TIMEOUT_S = 10.0
_SKEW_S = 300
"""So much the clocks of Stripe and the hub may differ."""
_REFUSALS = (stripe.InvalidRequestError, stripe.CardError)
_Marked = TypeVar("_Marked", stripe.PaymentIntent, stripe.SetupIntent, stripe.Refund, stripe.Customer)
_Intent = TypeVar("_Intent", stripe.PaymentIntent, stripe.SetupIntent, stripe.Customer)


def open_client(account: StripeAccount) -> stripe.StripeClient:
    """The client of this account."""
    # A repeat is for whoever looked up first what came of it: the library's own would not.
    return stripe.StripeClient(
        account.key,
        base_addresses={"api": account.api},
        http_client=stripe.RequestsClient(timeout=_TIMEOUT_S),
        max_network_retries=0,
    )


def find_latest(latest_first: Iterable[_Intent], mark: str, since: datetime) -> _Intent | None:
    """The one of the hub's own id that was made since then."""
    return find_marked(_take_since(latest_first, since.timestamp() - _SKEW_S), mark)


def find_marked(things: Iterable[_Marked], mark: str) -> _Marked | None:
    """The one of the hub's own id."""
    return next((one for one in things if getattr(one.metadata, MARK, None) == mark), None)


@contextmanager
def naming_errors() -> Generator[None]:
    """By what to do next: what Stripe refuses came to nothing, and of all else nobody knows."""
    try:
        yield
    except _REFUSALS as error:
        message = f"Stripe refused: {error.code or error.http_status}"
        raise ProviderRefused(message) from error
    except stripe.StripeError as error:
        message = f"Stripe said nothing of use: {type(error).__name__}"
        raise ProviderSilent(message) from error


def _take_since(intents: Iterable[_Intent], since: float) -> Iterator[_Intent]:
    """The latest come first."""
    for intent in intents:
        if intent.created < since:
            return
        yield intent
