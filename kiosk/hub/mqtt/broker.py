"""Where the hub meets the screens, checked before anything is served, so that a wrong file is named at the start."""

import ssl
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from msgspec import Struct

from kiosk.errors import KioskError

PORTS = {"mqtt": 1883, "mqtts": 8883}

_URL = "--broker"
_USER = "--broker-user"
_PASSWORD_FILE = "--broker-password-file"  # noqa: S105 - the name of an option
_CA_FILE = "--broker-ca-file"
_CERT_FILE = "--broker-cert-file"


class BrokerRefused(KioskError):
    """The broker's address, or a file that goes with it, cannot be used; the text names the option."""

    def __init__(self, option: str, why: str) -> None:
        super().__init__(f"{option}: {why}")


class BrokerOptions(Struct, frozen=True):
    """The broker as the command line names it: secrets only by the files that hold them."""

    url: str
    user: str | None = None
    password_file: Path | None = None
    ca_file: Path | None = None
    cert_file: Path | None = None
    key_file: Path | None = None


class Broker(Struct, frozen=True):
    """A broker that can be dialled; `tls` is `None` for a plain connection."""

    host: str
    port: int
    tls: ssl.SSLContext | None = None
    user: str | None = None
    password: str | None = None

    def __repr__(self) -> str:
        """Without the password."""
        return f"Broker({self.host}:{self.port})"


def read_broker(options: BrokerOptions) -> Broker:
    """Read all that the options name. Raises `BrokerRefused`."""
    url = urlsplit(options.url)
    if url.scheme not in PORTS or not url.hostname or "@" in url.netloc or url.path.strip("/"):
        raise BrokerRefused(_URL, "is no address such as mqtts://broker.example; a user goes to --broker-user")
    if url.scheme == "mqtt" and (options.ca_file or options.cert_file or options.key_file):
        raise BrokerRefused(_URL, "must begin with mqtts:// where certificates are named")
    tls = _make_tls(options) if url.scheme == "mqtts" else None
    return Broker(url.hostname, _read_port(url), tls, options.user, _read_password(options))


def _read_port(url: SplitResult) -> int:
    try:
        return url.port or PORTS[url.scheme]
    except ValueError as error:
        raise BrokerRefused(_URL, "names a port that is none") from error


def _make_tls(options: BrokerOptions) -> ssl.SSLContext:
    try:
        tls = ssl.create_default_context(cafile=options.ca_file)
    except OSError as error:
        raise BrokerRefused(_CA_FILE, "is no readable PEM certificate") from error
    if options.cert_file is None:
        return tls
    try:
        # An empty password keeps OpenSSL from asking a terminal that nobody watches.
        tls.load_cert_chain(options.cert_file, options.key_file, password="")
    except (OSError, ValueError) as error:
        raise BrokerRefused(_CERT_FILE, "needs a readable PEM certificate, and its own key") from error
    return tls


def _read_password(options: BrokerOptions) -> str | None:
    if options.password_file is None:
        return None
    if options.user is None:
        raise BrokerRefused(_USER, "must be named where there is a password")
    try:
        return options.password_file.read_text(encoding="utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokerRefused(_PASSWORD_FILE, "cannot be read as text") from error
