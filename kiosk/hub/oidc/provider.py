"""Who vouches for members, checked before anything is served, so that a wrong file is named at the start."""

from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct
from typing_extensions import override

from kiosk.errors import KioskError

ISSUER_OPTION = "--oidc-issuer"
CLIENT_OPTION = "--oidc-client-id"
SECRET_OPTION = "--oidc-client-secret-file"  # noqa: S105 # the name of an option
_HERE = ("localhost", "127.0.0.1", "::1")


class ProviderRefused(KioskError):
    """The issuer, or a file that goes with it, cannot be used; the text names the option."""

    def __init__(self, option: str, why: str) -> None:
        super().__init__(f"{option}: {why}")


class ProviderOptions(Struct, frozen=True):
    """The issuer as the command line names it; the secret by the file that holds it."""

    issuer: str
    client_id: str | None = None
    secret_file: Path | None = None
    name: str | None = None


class Provider(Struct, frozen=True):
    """An issuer that knows this hub as `client_id`; `name` is what members call it.

    Without a secret the hub is a public client there, which PKCE alone protects.
    """

    issuer: str
    client_id: str
    name: str
    client_secret: str | None = None

    @override
    def __repr__(self) -> str:
        """Without the secret."""
        return f"Provider({self.issuer})"


def read_provider(options: ProviderOptions) -> Provider:
    """Read all that the options name. Raises `ProviderRefused`."""
    host = urlsplit(options.issuer).hostname
    if not is_safe(options.issuer) or host is None:
        raise ProviderRefused(ISSUER_OPTION, "must be the address of the issuer, such as https://id.shop.example")
    if not options.client_id:
        raise ProviderRefused(CLIENT_OPTION, "must be the id by which the issuer knows this hub")
    return Provider(options.issuer, options.client_id, options.name or host, _read_secret(options.secret_file))


def is_safe(address: str) -> bool:
    """Whether what goes there cannot be read on the way: by TLS, or because it stays on this machine."""
    try:
        url = urlsplit(address)
    except ValueError:
        return False
    return (url.scheme == "https" and bool(url.hostname)) or (url.scheme == "http" and url.hostname in _HERE)


def _read_secret(file: Path | None) -> str | None:
    if file is None:
        return None
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ProviderRefused(SECRET_OPTION, "cannot be read as text") from error
