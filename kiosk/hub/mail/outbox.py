"""Sends mails while whoever wrote them goes on: so a page answers as fast whether or not an address is known."""

import logging
from collections.abc import Generator
from contextlib import contextmanager
from typing import Protocol

from kiosk.hub.mail.letter import Letter
from kiosk.hub.mail.mail_server import MailServer
from kiosk.hub.mail.sending import NotSent, send_letter
from kiosk.mailbox import Mailbox

MOST_WAITING = 200
"""Beyond this, while the server is slow, a mail is dropped: who misses one asks for it again."""

_log = logging.getLogger(__name__)


class LetterBox(Protocol):
    """Where a letter is dropped that shall be sent."""

    def drop(self, letter: Letter) -> None:
        """Have it sent, some time soon; returns at once."""


class Outbox:
    """One thread that sends, letter by letter."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._box: Mailbox[Letter] = Mailbox("post", self._send)

    def start(self) -> None:
        """Begin to send."""
        self._box.start()

    def stop(self) -> None:
        """Send what waits, as far as that goes at once, and end."""
        self._box.stop()

    def drop(self, letter: Letter) -> None:
        """Have it sent, some time soon; returns at once."""
        if len(self._box) < MOST_WAITING:
            self._box.put(letter)
        else:
            _log.warning("a mail was dropped: %d wait already, and the mail server takes its time", MOST_WAITING)

    def _send(self, letter: Letter) -> None:
        try:
            send_letter(self._server, letter)
        except NotSent as error:
            _log.warning("a mail was not sent: %s", error)


@contextmanager
def open_outbox(server: MailServer) -> Generator[Outbox]:
    """The outbox, for as long as it is open."""
    outbox = Outbox(server)
    outbox.start()
    try:
        yield outbox
    finally:
        outbox.stop()
