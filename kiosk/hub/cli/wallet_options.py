"""The options that name the certificates and keys of wallets; secrets come by files, as the broker's do."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import cast

from kiosk.hub.wallet.apple.signer import CERT_OPTION, KEY_OPTION, WWDR_OPTION, Signer, SignerRefused, read_signer
from kiosk.hub.wallet.google.account import ISSUER_OPTION, AccountRefused, read_account
from kiosk.hub.wallet.google.account import KEY_OPTION as GOOGLE_KEY_OPTION
from kiosk.hub.wallet.google.service import GoogleWallet
from kiosk.hub.wallet.wallets import Push, Wallets
from kiosk.hub.web.links import find_pass_service
from kiosk.places import tell_install

_APPLE = {
    CERT_OPTION: "the certificate of the pass type",
    KEY_OPTION: "its key, without a password",
    WWDR_OPTION: "Apple's certificate that issued it (WWDR G4)",
}


def add_apple_options(parser: ArgumentParser) -> None:
    """Let the command be told how passes are signed."""
    apple = parser.add_argument_group("Apple Wallet, once all three are named")
    for option, what in _APPLE.items():
        apple.add_argument(option, metavar="FILE", type=Path, help=what)


def add_google_options(parser: ArgumentParser) -> None:
    """Let the command be told who speaks for the store at Google."""
    google = parser.add_argument_group("Google Wallet, once both are named")
    google.add_argument(ISSUER_OPTION, metavar="ID", help="the issuer's number, as Google's wallet console shows it")
    google.add_argument(GOOGLE_KEY_OPTION, metavar="FILE", type=Path, help="the JSON key of its service account")


def read_apple(arguments: Namespace, now: datetime) -> Signer | None:
    """The signer, if one is named. Raises `SignerRefused`."""
    files = {option: cast("Path | None", _get(arguments, option)) for option in _APPLE}
    if not any(files.values()):
        return None
    for option, file in files.items():
        if file is None:
            raise SignerRefused(option, "must be named with the other two of Apple Wallet")
    certificate, key, wwdr = (cast("Path", file) for file in files.values())
    return read_signer(certificate, key, wwdr, now)


def read_wallets(arguments: Namespace, now: Callable[[], datetime]) -> Wallets:
    """All wallets that are named. Raises `SignerRefused` and `AccountRefused`."""
    apple = read_apple(arguments, now())
    return Wallets(apple, _read_google(arguments, now), _find_push(apple) if apple else None)


def _find_push(signer: Signer) -> Push | None:
    try:
        from kiosk.hub.wallet.apple.push import ApplePush  # noqa: PLC0415 # it is an extra

        return ApplePush(signer)
    except ImportError:
        return None


def _read_google(arguments: Namespace, now: Callable[[], datetime]) -> GoogleWallet | None:
    issuer, key_file = _get(arguments, ISSUER_OPTION), _get(arguments, GOOGLE_KEY_OPTION)
    if issuer is None and key_file is None:
        return None
    if not isinstance(issuer, str) or not isinstance(key_file, Path):
        raise AccountRefused(ISSUER_OPTION if issuer is None else GOOGLE_KEY_OPTION, "must be named with the other")
    return GoogleWallet(read_account(issuer, key_file), now)


def _get(arguments: Namespace, option: str) -> object:
    return getattr(arguments, option.removeprefix("--").replace("-", "_"))


def advise_on_wallets(wallets: Wallets, public_url: str) -> Iterator[str]:
    """What phones with these wallets would miss, and what to do."""
    if wallets.apple and find_pass_service(public_url) is None:
        yield "Phones cannot ask for changed passes, for they ask https addresses alone: set --public-url."
    if wallets.apple and wallets.push is None:
        yield f"Phones hear of a redeemed coupon only once somebody looks at it: {tell_install('wallet-push')}."
