"""The store's account at Stripe, checked before anything is served, so that a wrong file is named at the start."""

from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct
from typing_extensions import override

from kiosk.errors import KioskError

KEY_OPTION = "--stripe-key-file"
PUBLIC_KEY_OPTION = "--stripe-public-key"
WEBHOOK_OPTION = "--stripe-webhook-secret-file"
API_OPTION = "--stripe-api"
API = "https://api.stripe.com"
_SCRIPTS = "https://js.stripe.com"
_KEYS = ("sk_", "rk_")


class StripeRefused(KioskError):
    """The account cannot be used; the text names the option."""

    def __init__(self, option: str, why: str) -> None:
        super().__init__(f"{option}: {why}")


class StripeOptions(Struct, frozen=True):
    """The account as the command line names it; the secrets by the files that hold them."""

    key_file: Path | None = None
    public_key: str | None = None
    webhook_file: Path | None = None
    api: str = API


class StripeAccount(Struct, frozen=True):
    """`key` speaks for the store there, `public_key` lies open in pages, and `webhook_secret` signs what Stripe says.

    `api` is where Stripe is asked: its own address, or that of a stand-in to try the hub out.
    """

    key: str
    public_key: str
    webhook_secret: str
    api: str = API

    @override
    def __repr__(self) -> str:
        """Without the secrets."""
        return f"StripeAccount({self.public_key})"

    @property
    def is_live(self) -> bool:
        """Whether real money moves."""
        return "_live_" in self.key

    @property
    def script(self) -> str:
        """The script by which a browser tells Stripe a card, and nobody else."""
        return f"{_SCRIPTS}/v3/" if self.api == API else f"{self.api}/js.stripe.com/v3/"

    @property
    def origins(self) -> tuple[str, ...]:
        """Where that script comes from, what it frames and what it asks (https://docs.stripe.com/security/guide)."""
        stripe = (_SCRIPTS, "https://*.js.stripe.com", "https://hooks.stripe.com", API)
        return stripe if self.api == API else (self.api,)


def read_stripe_account(options: StripeOptions) -> StripeAccount:
    """Read all that the options name. Raises `StripeRefused`."""
    key = _read_secret(KEY_OPTION, options.key_file)
    if not key.startswith(_KEYS):
        raise StripeRefused(KEY_OPTION, "must hold a secret key, which begins with sk_ or rk_")
    public_key = options.public_key or ""
    if not public_key.startswith("pk_"):
        raise StripeRefused(PUBLIC_KEY_OPTION, "must be the publishable key, which begins with pk_")
    if ("_live_" in key) != ("_live_" in public_key):
        raise StripeRefused(PUBLIC_KEY_OPTION, "must be of the same mode as the secret key: both live, or both test")
    url = urlsplit(options.api)
    if url.scheme not in ("http", "https") or not url.hostname or url.path:
        raise StripeRefused(API_OPTION, "must be an address without a path, such as http://127.0.0.1:8420")
    return StripeAccount(key, public_key, _read_secret(WEBHOOK_OPTION, options.webhook_file), options.api)


def _read_secret(option: str, file: Path | None) -> str:
    if file is None:
        raise StripeRefused(option, "must be named with the others of Stripe")
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StripeRefused(option, "cannot be read as text") from error
