"""The ways to pay on a phone that this hub offers."""

from dataclasses import replace

from kiosk.errors import KioskError
from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.training_till import TrainingTill
from kiosk.hub.fiscal.choice import Fiscal, SignerRefused, open_signer
from kiosk.hub.fiscal.signer import Signer
from kiosk.hub.payment.payment import Payment, Training
from kiosk.hub.payment.provider import Provider
from kiosk.hub.payment.stripe_account import StripeAccount
from kiosk.places import tell_missing


class ProviderMissing(KioskError):
    """What speaks with the provider is not installed; the text says how it is."""


def open_ways_to_pay(hub: Hub) -> Hub:
    """The hub with who takes the money and what signs its sales, as its settings say.

    Raises `ProviderMissing` and `SignerRefused`.
    """
    payment = hub.settings.payment
    if payment is None:
        return hub
    provider = TrainingTill(hub.database, hub.now) if isinstance(payment, Training) else _open_stripe(payment)
    return replace(hub, provider=provider, signer=_open_signer(hub.settings.fiscal, payment))


def _open_signer(fiscal: Fiscal, payment: Payment) -> Signer | None:
    signer = open_signer(fiscal)
    if signer is not None and signer.is_training and payment.is_live:
        raise SignerRefused(fiscal.signer, "its signatures are worth nothing, and live payments need one that counts")
    return signer


def _open_stripe(account: StripeAccount) -> Provider:
    try:
        from kiosk.hub.payment.stripe_provider import StripeProvider  # noqa: PLC0415 # it is an extra
    except ModuleNotFoundError as missing:
        raise ProviderMissing(tell_missing(missing, "stripe")) from missing
    return StripeProvider(account)
