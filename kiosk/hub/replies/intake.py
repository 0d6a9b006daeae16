"""How answers by mail come in, checked before anything is served."""

from urllib.parse import urlsplit

from msgspec import Struct

from kiosk.hub.mail.mail_server import PASSWORD_OPTION, USER_OPTION, MailRefused, MailServer
from kiosk.hub.replies.mailbox import Mailbox

REPLIES_OPTION = "--mail-replies"
TRUST_OPTION = "--mail-trust"
PIPE = "pipe"
_PORTS = {"imaps": 993, "imap": 143}


class Intake(Struct, frozen=True):
    """Mails are answered to `address`, with a mark in it, and fetched from `mailbox`; `None`: they are handed over.

    `trusted` is the name of the mail server whose word on senders counts; `None`: none does, and it takes the token of
    a mail to answer it.
    """

    address: str
    trusted: str | None = None
    mailbox: Mailbox | None = None


def read_intake(where: str, server: MailServer | None, trusted: str | None) -> Intake:
    """The intake that `where` names, for mails of this server; it is let in as that server lets the hub in.

    Raises `MailRefused`.
    """
    if server is None:
        raise MailRefused(REPLIES_OPTION, "goes with --mail-server: without one no mail is sent that could be answered")
    return Intake(server.sender, trusted, None if where == PIPE else _read_mailbox(where, server))


def _read_mailbox(where: str, server: MailServer) -> Mailbox:
    url = urlsplit(where)
    if url.scheme not in _PORTS or not url.hostname or "@" in url.netloc or '"' in url.path or "\\" in url.path:
        raise MailRefused(REPLIES_OPTION, "is no address such as imaps://imap.example, or the word `pipe`")
    if url.scheme == "imap" and url.hostname not in {"localhost", "127.0.0.1", "::1"}:
        raise MailRefused(REPLIES_OPTION, "must begin with imaps://, but on this machine: others could read along")
    if server.user is None or server.password is None:
        raise MailRefused(REPLIES_OPTION, f"needs {USER_OPTION} and {PASSWORD_OPTION}, which open the mailbox, too")
    try:
        port = url.port or _PORTS[url.scheme]
    except ValueError as error:
        raise MailRefused(REPLIES_OPTION, "names a port that is none") from error
    tls = server.tls if url.scheme == "imaps" else None
    return Mailbox(url.hostname, port, server.user, server.password, tls, url.path.strip("/") or "INBOX")
