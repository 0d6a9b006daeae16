"""The options by which members pay on their phones; secrets come by files."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from decimal import Decimal
from pathlib import Path

from kiosk.contract.money import Money
from kiosk.errors import KioskError
from kiosk.hub.domain.leaving.mandate import LEAST
from kiosk.hub.fiscal.choice import FILE_OPTION, FISCAL_OPTION, NONE, TRAINING, Fiscal, is_choice
from kiosk.hub.payment.payment import Payment, Training
from kiosk.hub.payment.stripe_account import (
    API,
    API_OPTION,
    KEY_OPTION,
    PUBLIC_KEY_OPTION,
    WEBHOOK_OPTION,
    StripeAccount,
    StripeOptions,
    read_stripe_account,
)
from kiosk.hub.settings import HubSettings
from kiosk.hub.web.links import STRIPE_BELL

PAY_OPTION = "--pay"
CHARGE_OPTION = "--charge-on-leaving"
_HIGHEST, _CURRENCY = Decimal(1000), "EUR"
"""Baskets are priced in euros (`kiosk/pricing`)."""
_ALL = 100


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
        FISCAL_OPTION,
        metavar="none|training|MODULE:FUNCTION",
        type=_read_signer,
        help="what signs each sale; none: the law of the store's country asks for no signature; training: a signature"
        " that is worth nothing; else where the store's own signer is opened (default: training, and live payments are"
        " refused until somebody says)",
    )
    group.add_argument(FILE_OPTION, metavar="FILE", type=Path, help="what the store's own signer reads of its device")
    group.add_argument(
        "--seller",
        metavar="LINE",
        action="append",
        help="a line of each receipt that names who sells: name, address, tax number; may be said several times",
    )
    group.add_argument(
        "--looked-at",
        metavar="PERCENT",
        type=_read_percent,
        default=0.0,
        help="of how many who walk out with what they paid for somebody looks into the bag (default: none)",
    )
    group.add_argument(
        API_OPTION, metavar="URL", default=API, help="a stand-in for Stripe, to try the hub out (default: %(default)s)"
    )
    _add_charge_option(parser)


def _add_charge_option(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("charging members as they leave, where they allow it")
    group.add_argument(
        CHARGE_OPTION,
        metavar="EUROS",
        type=_read_highest,
        help="let members allow the store to charge what they scanned as they leave, without a further tap, each up to"
        " a limit of her own and this one at most: when they say so on their phones, or a screen that `kiosk hub screen"
        " place` made an exit saw them go (default: nobody is charged so)",
    )


class SignerNeeded(KioskError):
    """Real money is to be taken, and nothing was said of who signs the sales; the text says what to do."""

    def __init__(self, chosen: str | None) -> None:
        what = "a training signature is worth nothing" if chosen else "in Germany each sale is signed by a TSE"
        super().__init__(
            f"{FISCAL_OPTION}: {what}; name the store's own signer as MODULE:FUNCTION, or say "
            f"`{FISCAL_OPTION} none` where the law of the store's country asks for no signature"
        )


def read_payment(arguments: Namespace) -> Payment | None:
    """Who takes the money; `None`: nobody on phones. Raises `StripeRefused`, and `SignerNeeded` for live payments."""
    if arguments.pay is None:
        return None
    payment = Training() if arguments.pay == "training" else _read_stripe(arguments)
    if payment.is_live and arguments.fiscal in {None, TRAINING}:
        raise SignerNeeded(arguments.fiscal)
    return payment


def read_fiscal(arguments: Namespace) -> Fiscal:
    """What signs the sales: where nothing is said, the training signer, for then no money moves either."""
    return Fiscal(arguments.fiscal or TRAINING, arguments.fiscal_file)


class ChargeNeedsProvider(KioskError):
    """Somebody is to be charged, and nobody takes the money; the text says what to do."""

    def __init__(self) -> None:
        super().__init__(f"{CHARGE_OPTION}: nobody takes money on phones; say {PAY_OPTION} who does, or leave it out")


def read_highest(arguments: Namespace, payment: Payment | None) -> Money | None:
    """The highest limit of a member; `None`: nobody is charged on leaving. Raises `ChargeNeedsProvider`."""
    highest: Decimal | None = arguments.charge_on_leaving
    if highest is None:
        return None
    if payment is None:
        raise ChargeNeedsProvider
    return Money(highest, _CURRENCY)


def _read_highest(text: str) -> Decimal:
    highest = Decimal(text) if text.isascii() and text.isdecimal() else Decimal(0)
    if not LEAST < highest <= _HIGHEST:
        message = f"the highest limit is a whole number of euros, above {LEAST} and up to {_HIGHEST}"
        raise ArgumentTypeError(message)
    return highest


def _read_percent(text: str) -> float:
    percent = int(text) if text.isascii() and text.isdecimal() else -1
    if not 0 <= percent <= _ALL:
        message = "a percentage is a number from 0 to 100"
        raise ArgumentTypeError(message)
    return percent / _ALL


def _read_signer(text: str) -> str:
    if not is_choice(text):
        message = f"it is {NONE}, {TRAINING}, or MODULE:FUNCTION, such as our_tse:open_signer"
        raise ArgumentTypeError(message)
    return text


def _read_stripe(arguments: Namespace) -> StripeAccount:
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
