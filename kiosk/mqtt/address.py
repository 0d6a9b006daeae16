"""Where the broker is and how it is greeted, checked once, so that a wrong file is named before anything connects."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from msgspec import Struct

from kiosk.errors import SettingRefused
from kiosk.settings import Broker

if TYPE_CHECKING:
    import ssl

PLAIN_PORT = 1883
TLS_PORT = 8883

_URL = "broker.url"
_CA_FILE = "broker.ca_file"
_CERT_FILE = "broker.cert_file"
_USER = "broker.user"
_PASSWORD_FILE = "broker.password_file"  # noqa: S105 - the name of a setting


class Address(Struct, frozen=True):
    """A broker that can be dialled; `tls` is `None` for a plain connection."""

    host: str
    port: int
    tls: "ssl.SSLContext | None" = None
    user: str | None = None
    password: str | None = None

    def __repr__(self) -> str:
        """Without the password."""
        return f"Address({self.host}:{self.port})"


def name_client(store: str, screen: str, role: str) -> str:
    """The MQTT client id of one part of one screen: no two screens and no two parts ever take it from each other."""
    return f"kiosk/{store}/{screen}/{role}"


def resolve_broker(broker: Broker) -> Address:
    """Read everything that the settings name.

    Raises `SettingRefused` for an address or a file that cannot be used, named by its setting.
    """
    url = urlsplit(broker.url)
    tls = _make_tls(broker) if url.scheme == "mqtts" else None
    if tls is None and (broker.ca_file or broker.cert_file or broker.key_file):
        raise SettingRefused(_URL, "must begin with mqtts:// where certificates are set")
    return Address(
        host=_check_host(url),
        port=_check_port(url) or (PLAIN_PORT if tls is None else TLS_PORT),
        tls=tls,
        user=broker.user,
        password=_read_password(broker),
    )


def _check_host(url: SplitResult) -> str:
    host = url.hostname or ""
    if "@" in url.netloc:
        raise SettingRefused(_URL, "must not carry a user; set broker.user and broker.password_file")
    try:
        host.encode("idna")
    except UnicodeError:
        host = ""
    if not host:
        raise SettingRefused(_URL, "names no host; allowed is mqtt://host[:port] or mqtts://host[:port]")
    return host


def _check_port(url: SplitResult) -> int | None:
    try:
        return url.port
    except ValueError as why:
        raise SettingRefused(_URL, "the port must lie between 1 and 65535") from why


def _make_tls(broker: Broker) -> "ssl.SSLContext":
    context = _trust_authority(broker.ca_file)
    if broker.key_file is not None and broker.cert_file is None:
        raise SettingRefused(_CERT_FILE, "must be set where broker.key_file is")
    if broker.cert_file is not None:
        _load_identity(context, broker.cert_file, broker.key_file)
    return context


def _trust_authority(ca_file: Path | None) -> "ssl.SSLContext":
    import ssl  # noqa: PLC0415 # loaded only for a broker with TLS: the first picture waits for it

    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as why:
        raise SettingRefused(_CA_FILE, f"{ca_file} is not a readable PEM certificate") from why


def _load_identity(context: "ssl.SSLContext", cert_file: Path, key_file: Path | None) -> None:
    try:
        # An empty password keeps OpenSSL from asking a terminal that nobody watches.
        context.load_cert_chain(cert_file, key_file, password="")
    except (OSError, ValueError) as why:
        raise SettingRefused(
            _CERT_FILE, "needs a readable PEM certificate, and its own key without a password"
        ) from why


def _read_password(broker: Broker) -> str | None:
    if broker.password_file is None:
        return None
    if broker.user is None:
        raise SettingRefused(_USER, "must be set where broker.password_file is")
    try:
        return broker.password_file.read_text(encoding="utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError) as why:
        raise SettingRefused(_PASSWORD_FILE, f"{broker.password_file} cannot be read as text") from why
