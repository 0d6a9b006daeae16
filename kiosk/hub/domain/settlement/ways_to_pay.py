"""The ways to pay on a phone that this hub offers."""

from dataclasses import replace

from kiosk.errors import KioskError
from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.training_till import TrainingTill
from kiosk.hub.fiscal.training_signer import TrainingSigner
from kiosk.hub.payment.payment import Training
from kiosk.hub.payment.provider import Provider
from kiosk.hub.payment.stripe_account import StripeAccount
from kiosk.places import tell_missing


class ProviderMissing(KioskError):
    """What speaks with the provider is not installed; the text says how it is."""


def open_ways_to_pay(hub: Hub) -> Hub:
    """The hub with who takes the money and what signs its sales, as its settings say. Raises `ProviderMissing`."""
    payment = hub.settings.payment
    if payment is None:
        return hub
    provider = TrainingTill(hub.database, hub.now) if isinstance(payment, Training) else _open_stripe(payment)
    signer = TrainingSigner() if hub.settings.fiscal == "training" else None
    return replace(hub, provider=provider, signer=signer)


def _open_stripe(account: StripeAccount) -> Provider:
    try:
        from kiosk.hub.payment.stripe_provider import StripeProvider  # noqa: PLC0415 # it is an extra
    except ModuleNotFoundError as missing:
        raise ProviderMissing(tell_missing(missing, "stripe")) from missing
    return StripeProvider(account)
