"""The means of payment that Stripe keeps: each a customer of its own, who is nobody's name, and what she set up there.

The hub knows the SetupIntent alone; by that Stripe tells what is charged. Source:
https://docs.stripe.com/payments/save-and-reuse and https://docs.stripe.com/api/payment_methods/detach.
"""

from collections.abc import Mapping
from types import MappingProxyType

import stripe

from kiosk.hub.payment.means import Keeping, Means, State
from kiosk.hub.payment.provider import ProviderRefused
from kiosk.hub.payment.stripe_account import StripeAccount
from kiosk.hub.payment.stripe_wire import MARK, find_latest, naming_errors, open_client

_STATES: Mapping[str, State] = MappingProxyType({"succeeded": "kept", "canceled": "ended"})
"""In all others she is to do something yet."""
_GONE = 404


class StripeKeeper:
    """What the store's account keeps."""

    def __init__(self, account: StripeAccount) -> None:
        self.account = account
        self._client = open_client(account)

    def set_up(self, means: Means) -> Keeping:
        """Make an intent to which her browser names a card, and a customer whose that is, if there is none yet."""
        marked = {MARK: means.id}
        with naming_errors():
            payer = self._find_customer(means) or self._client.v1.customers.create(
                {"metadata": marked}, {"idempotency_key": f"{means.id}:payer"}
            )
            made = self._client.v1.setup_intents.create(
                {
                    "customer": payer.id,
                    "usage": "off_session",
                    "allowed_payment_method_types": ["card"],
                    "metadata": marked,
                },
                {"idempotency_key": means.id},
            )
        return _read(made)

    def look_up_means(self, means: Means) -> Keeping | None:
        """By Stripe's name for it, or, where that was never heard, among the latest."""
        with naming_errors():
            found = self._find_setup(means)
        return _read(found) if found else None

    def let_go(self, means: Means) -> None:
        """End the intent, or detach what was named to it, which is never charged again; and delete whose it was.

        There may be nobody's intent and a customer all the same, where the answer was lost between the two.
        """
        with naming_errors():
            found = self._find_setup(means)
            if found is None:
                payer = self._find_customer(means)
                if payer is not None:
                    self._delete(payer.id)
                return
            if found.status not in _STATES:
                self._client.v1.setup_intents.cancel(found.id)
            if found.payment_method:
                self._detach(_name(found.payment_method))
            if found.customer:
                self._delete(_name(found.customer))

    def find_payer(self, ref: str) -> tuple[str, str]:
        """The customer and the card of what she set up. Raises `ProviderRefused` where there is none."""
        found = self._client.v1.setup_intents.retrieve(ref)
        if not found.customer or not found.payment_method:
            message = "Stripe keeps nothing by which this could be charged"
            raise ProviderRefused(message)
        return _name(found.customer), _name(found.payment_method)

    def _find_setup(self, means: Means) -> stripe.SetupIntent | None:
        if means.ref:
            return self._client.v1.setup_intents.retrieve(means.ref)
        listed = self._client.v1.setup_intents.list({"limit": 100})
        return find_latest(listed.auto_paging_iter(), means.id, means.made_at)

    def _find_customer(self, means: Means) -> stripe.Customer | None:
        listed = self._client.v1.customers.list({"limit": 100})
        return find_latest(listed.auto_paging_iter(), means.id, means.made_at)

    def _detach(self, card: str) -> None:
        """What is nobody's already Stripe would refuse to detach."""
        if self._client.v1.payment_methods.retrieve(card).customer:
            self._client.v1.payment_methods.detach(card)

    def _delete(self, payer: str) -> None:
        try:
            self._client.v1.customers.delete(payer)
        except stripe.InvalidRequestError as error:
            if error.http_status != _GONE:
                raise


def _read(intent: stripe.SetupIntent) -> Keeping:
    return Keeping(intent.id, _STATES.get(intent.status, "open"), intent.client_secret or "")


def _name(thing: str | stripe.Customer | stripe.PaymentMethod) -> str:
    return thing if isinstance(thing, str) else thing.id
