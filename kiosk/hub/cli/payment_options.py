"""The options by which members pay on their phones; secrets come by files."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kiosk.hub.payment.payment import Payment, Training
from kiosk.hub.payment.stripe_account import (
    API,
    API_OPTION,
    KEY_OPTION,
    PUBLIC_KEY_OPTION,
    WEBHOOK_OPTION,
    StripeOptions,
    read_stripe_account,
)
from kiosk.hub.settings import HubSettings
from kiosk.hub.web.links import STRIPE_BELL

PAY_OPTION = "--pay"


def add_payment_options(parser: ArgumentParser) -> None:
    """Let the command be told who takes the money."""
    group = parser.add_argument_group("who takes the money where members pay for their baskets on their phones")
    group.add_argument(
        PAY_OPTION,
        choices=("training", "stripe"),
        help="training: a till at which no money moves, and whose answers are chosen on a page (default: nobody;"
        " members pay at a till)",
    )
    group.add_argument(KEY_OPTION, metavar="FILE", type=Path, help="the secret key of the store's account at Stripe")
    group.add_argument(PUBLIC_KEY_OPTION, metavar="KEY", help="its publishable key, which lies open in pages")
    group.add_argument(
        WEBHOOK_OPTION, metavar="FILE", type=Path, help=f"the signing secret of its webhook to PUBLIC_URL{STRIPE_BELL}"
    )
    group.add_argument(
        API_OPTION, metavar="URL", default=API, help="a stand-in for Stripe, to try the hub out (default: %(default)s)"
    )


def read_payment(arguments: Namespace) -> Payment | None:
    """Who takes the money; `None`: nobody on phones. Raises `StripeRefused`."""
    if arguments.pay is None:
        return None
    if arguments.pay == "training":
        return Training()
    options = StripeOptions(
        key_file=arguments.stripe_key_file,
        public_key=arguments.stripe_public_key,
        webhook_file=arguments.stripe_webhook_secret_file,
        api=arguments.stripe_api.rstrip("/"),
    )
    return read_stripe_account(options)


def advise_on_payment(settings: HubSettings) -> list[str]:
    """What to say at the start of how baskets are paid."""
    if isinstance(settings.payment, Training):
        return ["Baskets are paid at the training till: no money moves."]
    if settings.payment:
        mode = "" if settings.payment.is_live else ", whose keys are test keys: no money moves"
        return [f"Baskets are paid by Stripe{mode}. Its webhook goes to {settings.public_url}{STRIPE_BELL}."]
    return []
