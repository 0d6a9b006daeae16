"""Where the store's mail server is, checked before anything is served, so that a wrong file is named at the start."""

import ssl
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from msgspec import Struct
from typing_extensions import override

from kiosk.errors import KioskError
from kiosk.hub.mail.letter import read_address

SERVER_OPTION = "--mail-server"
FROM_OPTION = "--mail-from"
USER_OPTION = "--mail-user"
PASSWORD_OPTION = "--mail-password-file"  # noqa: S105 # the name of an option
CA_OPTION = "--mail-ca-file"
_PORTS = {"smtp": 587, "smtps": 465}
_HERE = ("localhost", "127.0.0.1", "::1")


class MailRefused(KioskError):
    """The mail server, or a file that goes with it, cannot be used; the text names the option."""

    def __init__(self, option: str, why: str) -> None:
        super().__init__(f"{option}: {why}")


class MailOptions(Struct, frozen=True):
    """The mail server as the command line names it; the password by the file that holds it."""

    url: str
    sender: str | None = None
    user: str | None = None
    password_file: Path | None = None
    ca_file: Path | None = None


class MailServer(Struct, frozen=True):
    """A server that can be dialled; `sender` is the address that mails come from.

    `is_wrapped`: TLS from the first byte. Else it is asked for by STARTTLS, which a server on this machine may lack.
    """

    host: str
    port: int
    sender: str
    tls: ssl.SSLContext
    is_wrapped: bool = False
    user: str | None = None
    password: str | None = None

    @property
    def is_here(self) -> bool:
        """Whether the line to it never leaves this machine."""
        return self.host in _HERE

    @override
    def __repr__(self) -> str:
        """Without the password."""
        return f"MailServer({self.host}:{self.port})"


def read_mail_server(options: MailOptions) -> MailServer:
    """Read all that the options name. Raises `MailRefused`."""
    url = urlsplit(options.url)
    if url.scheme not in _PORTS or not url.hostname or "@" in url.netloc or url.path.strip("/"):
        raise MailRefused(SERVER_OPTION, "is no address such as smtp://mail.example; a user goes to --mail-user")
    sender = read_address(options.sender or "")
    if sender is None:
        raise MailRefused(FROM_OPTION, "must be the address that mails come from, such as hello@shop.example")
    return MailServer(
        host=url.hostname,
        port=_read_port(url),
        sender=sender,
        tls=_trust(options.ca_file),
        is_wrapped=url.scheme == "smtps",
        user=options.user,
        password=_read_password(options),
    )


def _read_port(url: SplitResult) -> int:
    try:
        return url.port or _PORTS[url.scheme]
    except ValueError as error:
        raise MailRefused(SERVER_OPTION, "names a port that is none") from error


def _trust(ca_file: Path | None) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as error:
        raise MailRefused(CA_OPTION, "is no readable PEM certificate") from error


def _read_password(options: MailOptions) -> str | None:
    if (options.user is None) != (options.password_file is None):
        raise MailRefused(USER_OPTION, f"goes with {PASSWORD_OPTION}: name both, or neither")
    if options.password_file is None:
        return None
    try:
        return options.password_file.read_text(encoding="utf-8").strip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise MailRefused(PASSWORD_OPTION, "cannot be read as text") from error
