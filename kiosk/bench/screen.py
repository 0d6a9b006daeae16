"""The real screen as the bench runs it: `python -m kiosk.bench.screen NAME=VALUE ...`.

It says each scene and each tap with the time of its frame. A line `put HEX` on its input puts a card with that UID into
the field of its card reader, `take` takes it away; at the end of the input it ends.
"""

import os
import signal
import sys
from collections.abc import Iterable
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from kiosk.app.launch import run_screen
from kiosk.app.observer import Observer
from kiosk.bench.said import Said, say
from kiosk.core.effects import Announcement, AnnounceShown
from kiosk.settings.file import read_settings

if TYPE_CHECKING:
    from kiosk.bench.card_reader import CardReader
    from kiosk.nfc.ports import Frontend


class Hand:
    """Holds cards into the field as the bench says; the reader's modules are loaded where there is a reader."""

    def __init__(self) -> None:
        self._reader: CardReader | None = None

    def open_reader(self, path: str) -> "Frontend":
        """Take the place of a driver of nfcpy."""
        from kiosk.bench.card_reader import CardReader  # noqa: PLC0415 # as said above

        self._reader = CardReader()
        return self._reader.open_frontend(path)

    def obey(self, orders: Iterable[str]) -> None:
        """Do what the bench says until it says nothing more, then end the process as a service is ended."""
        for order in orders:
            name, _, argument = order.strip().partition(" ")
            if self._reader and name == "put":
                say(Said("put", monotonic()))
                self._reader.put(bytes.fromhex(argument))
            elif self._reader:
                self._reader.take_away()
        os.kill(os.getpid(), signal.SIGTERM)


def tell(announcement: Announcement, swapped_at: float) -> None:
    """Say what was seen on the glass."""
    if isinstance(announcement, AnnounceShown):
        say(Said("shown", swapped_at, announcement.heard_at, announcement.offer, announcement.reason))
    else:
        say(Said("tap", swapped_at, announcement.felt_at, announcement.offer, announcement.outcome.value))


def main(overrides: list[str]) -> int:
    """Show the screen until the bench is done."""
    hand = Hand()
    Thread(target=hand.obey, args=(sys.stdin,), name="hand", daemon=True).start()
    return run_screen(read_settings(None, {}, overrides), Observer(on_said=tell, open_reader=hand.open_reader))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
