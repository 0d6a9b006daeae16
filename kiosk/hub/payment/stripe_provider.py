"""Stripe as a provider: PaymentIntents, each looked up before it is asked for, for an answer may have been lost.

Source: https://docs.stripe.com/payments/paymentintents/lifecycle and https://docs.stripe.com/api/idempotent_requests.
"""

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

import stripe

from kiosk.hub.payment.provider import Charge, Outcome, ProviderRefused, ProviderSilent, Refund, RefundState, State
from kiosk.hub.payment.stripe_account import StripeAccount

_TIMEOUT_S = 10.0
_SKEW_S = 300
"""So much the clocks of Stripe and the hub may differ."""
_MARK = "vitrine"
_STATES: Mapping[str, State] = MappingProxyType(
    {
        "requires_payment_method": "open",
        "requires_confirmation": "open",
        "requires_action": "open",
        "processing": "processing",
        "requires_capture": "processing",
        "succeeded": "approved",
        "canceled": "ended",
    }
)
_REFUNDS: Mapping[str, RefundState] = MappingProxyType({"succeeded": "done", "failed": "failed", "canceled": "failed"})
_Marked = TypeVar("_Marked", stripe.PaymentIntent, stripe.Refund)
_REFUSALS = (stripe.InvalidRequestError, stripe.CardError)


class StripeProvider:
    """The store's account at Stripe."""

    name = "stripe"

    def __init__(self, account: StripeAccount) -> None:
        self.account = account
        # A repeat is for whoever looked up first what came of it: the library's own would not.
        self._client = stripe.StripeClient(
            account.key,
            base_addresses={"api": account.api},
            http_client=stripe.RequestsClient(timeout=_TIMEOUT_S),
            max_network_retries=0,
        )

    @property
    def is_live(self) -> bool:
        """Whether real money moves."""
        return self.account.is_live

    def begin(self, charge: Charge) -> Outcome:
        """Make an intent, which takes no money before the shopper's browser names a card."""
        with _naming_errors():
            made = self._client.v1.payment_intents.create(
                {
                    "amount": _count_cents(charge.amount.amount),
                    "currency": charge.amount.currency.lower(),
                    "metadata": {_MARK: charge.id},
                },
                {"idempotency_key": charge.id},
            )
        return _read(made, charge)

    def look_up(self, charge: Charge) -> Outcome | None:
        """By Stripe's name for it, or, where that was never heard, among the latest."""
        with _naming_errors():
            if charge.ref:
                return _read(self._client.v1.payment_intents.retrieve(charge.ref), charge)
            found = self._find(charge)
        return _read(found, charge) if found else None

    def end(self, charge: Charge) -> Outcome:
        """Cancel it; one that was paid meanwhile cannot be."""
        with _naming_errors():
            try:
                return _read(self._client.v1.payment_intents.cancel(charge.ref), charge)
            except stripe.InvalidRequestError:
                return _read(self._client.v1.payment_intents.retrieve(charge.ref), charge)

    def look_up_refund(self, refund: Refund) -> RefundState | None:
        """Among all of its intent."""
        with _naming_errors():
            known = self._client.v1.refunds.list({"payment_intent": refund.charge.ref, "limit": 100})
            found = _find_marked(known.auto_paging_iter(), refund.id)
        return _read_refund(found) if found else None

    def give_back(self, refund: Refund) -> RefundState:
        """Ask for it."""
        with _naming_errors():
            made = self._client.v1.refunds.create(
                {
                    "payment_intent": refund.charge.ref,
                    "amount": _count_cents(refund.amount.amount),
                    "metadata": {_MARK: refund.id},
                },
                {"idempotency_key": refund.id},
            )
        return _read_refund(made)

    def _find(self, charge: Charge) -> stripe.PaymentIntent | None:
        since = charge.made_at.timestamp() - _SKEW_S
        listed = self._client.v1.payment_intents.list({"limit": 100})
        return _find_marked(_take_since(listed.auto_paging_iter(), since), charge.id)


def _take_since(intents: Iterable[stripe.PaymentIntent], since: float) -> Iterator[stripe.PaymentIntent]:
    """The latest come first."""
    for intent in intents:
        if intent.created < since:
            return
        yield intent


def _find_marked(things: Iterable[_Marked], mark: str) -> _Marked | None:
    return next((one for one in things if getattr(one.metadata, _MARK, None) == mark), None)


def _read(intent: stripe.PaymentIntent, charge: Charge) -> Outcome:
    """Raises `ProviderSilent` for one over another amount: that is none of the hub's."""
    asked = _count_cents(charge.amount.amount), charge.amount.currency.lower()
    if (intent.amount, intent.currency) != asked or intent.status not in _STATES:
        message = f"Stripe tells of {intent.id} what cannot be: look at it there"
        raise ProviderSilent(message)
    was_declined = intent.last_payment_error is not None and _STATES[intent.status] == "open"
    return Outcome(intent.id, _STATES[intent.status], was_declined=was_declined, secret=intent.client_secret or "")


def _read_refund(refund: stripe.Refund) -> RefundState:
    return _REFUNDS.get(refund.status or "", "open")


def _count_cents(amount: Decimal) -> int:
    return int(amount.scaleb(2))


@contextmanager
def _naming_errors() -> Generator[None]:
    """By what to do next: what Stripe refuses came to nothing, and of all else nobody knows."""
    try:
        yield
    except _REFUSALS as error:
        message = f"Stripe refused: {error.code or error.http_status}"
        raise ProviderRefused(message) from error
    except stripe.StripeError as error:
        message = f"Stripe said nothing of use: {type(error).__name__}"
        raise ProviderSilent(message) from error
