"""The store's mailbox, from which answers are fetched (IMAP4rev1, RFC 3501)."""

import ssl
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from imaplib import IMAP4, IMAP4_SSL
from typing import cast

from msgspec import Struct
from typing_extensions import override

from kiosk.errors import KioskError
from kiosk.hub.replies.arrival import MOST_BYTES

PATIENCE_S = 20.0
_MOST_AT_ONCE = 50


class MailboxAway(KioskError):
    """The mailbox cannot be read; the text says what to check, and names nobody."""

    def __init__(self, why: str) -> None:
        super().__init__(f"no answers come in by mail, for the mailbox cannot be read ({why}): check --mail-replies")


class Mailbox(Struct, frozen=True):
    """A mailbox on this server; without `tls` it must lie on this machine."""

    host: str
    port: int
    user: str
    password: str
    tls: ssl.SSLContext | None
    folder: str = "INBOX"

    @override
    def __repr__(self) -> str:
        """Without who it is whose."""
        return f"Mailbox({self.host}:{self.port})"


def take_new(mailbox: Mailbox, take: Callable[[bytes], object]) -> None:
    """Have each mail taken that nobody saw yet, and mark it as seen after that. Raises `MailboxAway`.

    What `take` raises comes out: the mail then counts as unseen. One may come twice, if the line breaks in between.
    """
    try:
        with _open(mailbox) as line:
            line.login(mailbox.user, mailbox.password)
            line.select(f'"{mailbox.folder}"')
            for uid in _list_unseen(line):
                take(_fetch(line, uid))
                line.uid("STORE", uid, "+FLAGS.SILENT", r"(\Seen)")
    except (IMAP4.error, OSError, ValueError) as error:
        raise MailboxAway(type(error).__name__) from None


@contextmanager
def _open(mailbox: Mailbox) -> Generator[IMAP4]:
    line = _dial(mailbox)
    try:
        yield line
        line.logout()
    finally:
        with suppress(OSError):  # who took leave of the other side is hung up already
            line.shutdown()


def _dial(mailbox: Mailbox) -> IMAP4:
    if mailbox.tls is None:
        return IMAP4(mailbox.host, mailbox.port, timeout=PATIENCE_S)
    return IMAP4_SSL(mailbox.host, mailbox.port, ssl_context=mailbox.tls, timeout=PATIENCE_S)


def _list_unseen(line: IMAP4) -> list[str]:
    _, found = line.uid("SEARCH", "UNSEEN")
    return [uid.decode("ascii") for part in found if part for uid in part.split()][:_MOST_AT_ONCE]


def _fetch(line: IMAP4, uid: str) -> bytes:
    """Its first bytes, and one more than are read, so that it is known to go on."""
    _, found = line.uid("FETCH", uid, f"(BODY.PEEK[]<0.{MOST_BYTES + 1}>)")
    parts: list[object] = list(found)
    return next((cast("bytes", part[1]) for part in parts if isinstance(part, tuple)), b"")
