"""Stripe as a provider: PaymentIntents, each looked up before it is asked for, for an answer may have been lost.

Source: https://docs.stripe.com/payments/paymentintents/lifecycle and https://docs.stripe.com/api/idempotent_requests.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

import stripe

from kiosk.hub.payment.provider import Charge, Outcome, ProviderSilent, Refund, RefundState, State
from kiosk.hub.payment.stripe_keeper import StripeKeeper
from kiosk.hub.payment.stripe_wire import MARK, find_latest, find_marked, naming_errors

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


class StripeProvider(StripeKeeper):
    """The store's account at Stripe."""

    name = "stripe"

    @property
    def is_live(self) -> bool:
        """Whether real money moves."""
        return self.account.is_live

    def begin(self, charge: Charge) -> Outcome:
        """Make an intent, which takes no money before the shopper's browser names a card; or charge what she set up.

        A bank that asks for her first (`authentication_required`) has declined it, as any other.
        """
        with naming_errors():
            if charge.means:
                return _read(self._charge_kept(charge), charge)
            made = self._client.v1.payment_intents.create(
                {
                    "amount": _count_cents(charge.amount.amount),
                    "currency": charge.amount.currency.lower(),
                    "metadata": {MARK: charge.id},
                },
                {"idempotency_key": charge.id},
            )
        return _read(made, charge)

    def look_up(self, charge: Charge) -> Outcome | None:
        """By Stripe's name for it, or, where that was never heard, among the latest."""
        with naming_errors():
            if charge.ref:
                return _read(self._client.v1.payment_intents.retrieve(charge.ref), charge)
            found = self._find(charge)
        return _read(found, charge) if found else None

    def end(self, charge: Charge) -> Outcome:
        """Cancel it; one that was paid meanwhile cannot be."""
        with naming_errors():
            try:
                return _read(self._client.v1.payment_intents.cancel(charge.ref), charge)
            except stripe.InvalidRequestError:
                return _read(self._client.v1.payment_intents.retrieve(charge.ref), charge)

    def look_up_refund(self, refund: Refund) -> RefundState | None:
        """Among all of its intent."""
        with naming_errors():
            known = self._client.v1.refunds.list({"payment_intent": refund.charge.ref, "limit": 100})
            found = find_marked(known.auto_paging_iter(), refund.id)
        return _read_refund(found) if found else None

    def give_back(self, refund: Refund) -> RefundState:
        """Ask for it."""
        with naming_errors():
            made = self._client.v1.refunds.create(
                {
                    "payment_intent": refund.charge.ref,
                    "amount": _count_cents(refund.amount.amount),
                    "metadata": {MARK: refund.id},
                },
                {"idempotency_key": refund.id},
            )
        return _read_refund(made)

    def _charge_kept(self, charge: Charge) -> stripe.PaymentIntent:
        """Of a card that is declined Stripe keeps the intent: it is found, so that it can be ended."""
        payer, card = self.find_payer(charge.means)
        try:
            return self._client.v1.payment_intents.create(
                {
                    "amount": _count_cents(charge.amount.amount),
                    "currency": charge.amount.currency.lower(),
                    "metadata": {MARK: charge.id},
                    "customer": payer,
                    "payment_method": card,
                    "allowed_payment_method_types": ["card"],
                    "off_session": True,
                    "confirm": True,
                },
                {"idempotency_key": charge.id},
            )
        except stripe.CardError:
            found = self._find(charge)
            if found is None:
                raise
            return found

    def _find(self, charge: Charge) -> stripe.PaymentIntent | None:
        listed = self._client.v1.payment_intents.list({"limit": 100})
        return find_latest(listed.auto_paging_iter(), charge.id, charge.made_at)


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
