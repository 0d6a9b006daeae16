"""Where the broker is and how it is greeted, checked once, so that a wrong file is named before anything connects."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import SplitResult, urlsplit

from msgspec import Struct

from kiosk.errors import SettingRefused

if TYPE_CHECKING:
    import ssl

_PORTS = {"mqtt": 1883, "mqtts": 8883}

Name = Callable[[str], str]
"""What whoever set an option calls it, such as `broker.ca_file` or `--broker-ca-file` for `ca_file`."""


class Options(Protocol):
    """How a broker is named, by a screen's settings or on the hub's command line; secrets only by their files."""

    @property
    def url(self) -> str:
        """`mqtt://host[:port]`, or `mqtts://` for TLS."""
        ...

    @property
    def ca_file(self) -> Path | None:
        """Who signed the broker's certificate; `None`: whom the system trusts."""
        ...

    @property
    def cert_file(self) -> Path | None:
        """Our own certificate."""
        ...

    @property
    def key_file(self) -> Path | None:
        """Its key."""
        ...

    @property
    def user(self) -> str | None:
        """Our name at the broker."""
        ...

    @property
    def password_file(self) -> Path | None:
        """The password."""
        ...


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


def name_setting(option: str) -> str:
    """What a screen's settings call it."""
    return f"broker.{option}"


def resolve_broker(broker: Options, name: Name = name_setting) -> Address:
    """Read everything that the options name.

    Raises `SettingRefused` for an address or a file that cannot be used, named by its option.
    """
    url = urlsplit(broker.url)
    host = _check_host(url, name)
    tls = _make_tls(broker, name) if url.scheme == "mqtts" else None
    if tls is None and (broker.ca_file or broker.cert_file or broker.key_file):
        raise SettingRefused(name("url"), "must begin with mqtts:// where certificates are set")
    port = _check_port(url, name) or _PORTS[url.scheme]
    return Address(host, port, tls, broker.user, _read_password(broker, name))


def _check_host(url: SplitResult, name: Name) -> str:
    host = url.hostname or ""
    if "@" in url.netloc:
        raise SettingRefused(name("url"), f"must not carry a user; set {name('user')} and {name('password_file')}")
    try:
        host.encode("idna")
    except UnicodeError:
        host = ""
    if not host or url.scheme not in _PORTS or url.path.strip("/"):
        raise SettingRefused(name("url"), "is no address; allowed is mqtt://host[:port] or mqtts://host[:port]")
    return host


def _check_port(url: SplitResult, name: Name) -> int | None:
    try:
        return url.port
    except ValueError as why:
        raise SettingRefused(name("url"), "the port must lie between 1 and 65535") from why


def _make_tls(broker: Options, name: Name) -> "ssl.SSLContext":
    context = _trust_authority(broker.ca_file, name)
    if broker.key_file is not None and broker.cert_file is None:
        raise SettingRefused(name("cert_file"), f"must be set where {name('key_file')} is")
    if broker.cert_file is not None:
        _load_identity(context, broker.cert_file, broker.key_file, name)
    return context


def _trust_authority(ca_file: Path | None, name: Name) -> "ssl.SSLContext":
    import ssl  # noqa: PLC0415 # loaded only for a broker with TLS: the first picture waits for it

    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as why:
        raise SettingRefused(name("ca_file"), f"{ca_file} is not a readable PEM certificate") from why


def _load_identity(context: "ssl.SSLContext", cert_file: Path, key_file: Path | None, name: Name) -> None:
    try:
        # An empty password keeps OpenSSL from asking a terminal that nobody watches.
        context.load_cert_chain(cert_file, key_file, password="")
    except (OSError, ValueError) as why:
        flaw = "needs a readable PEM certificate, and its own key without a password"
        raise SettingRefused(name("cert_file"), flaw) from why


def _read_password(broker: Options, name: Name) -> str | None:
    if broker.password_file is None:
        return None
    if broker.user is None:
        raise SettingRefused(name("user"), f"must be set where {name('password_file')} is")
    try:
        return broker.password_file.read_text(encoding="utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError) as why:
        raise SettingRefused(name("password_file"), f"{broker.password_file} cannot be read as text") from why
