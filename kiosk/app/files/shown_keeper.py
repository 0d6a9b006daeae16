"""Writes down what was shown for a GUI thread that must never wait for a disk, and tells it at the next start."""

import logging
import os
from collections.abc import Callable

from kiosk.app.clocks import read_instant
from kiosk.app.files.shown import ShownFile
from kiosk.contract.instant import Instant
from kiosk.core.events import Event, ShownRecalled
from kiosk.mailbox import Mailbox
from kiosk.offers.shown import NOTHING_SHOWN, Shown
from kiosk.offers.shown_record import recall_shown, record_shown
from kiosk.settings import Settings

_log = logging.getLogger(__name__)


class ShownKeeper:
    """A supervised thread that keeps the latest of what it is told.

    What was shown in the instant before a power cut may be lost, as long as one write takes: an offer need not wait
    for the disk, for to see it once more than a cap allows harms nobody. What is told amid a write waits for its end,
    and only the latest of it is written. Each write is the whole of it, some 100 kB on a busy day's evening.
    """

    def __init__(self, file: ShownFile, post: Callable[[Event], None], read_instant: Callable[[], Instant]) -> None:
        self._file = file
        self._post = post
        self._read_instant = read_instant
        self._latest = self._written = NOTHING_SHOWN
        self._is_failing = False
        self._orders: Mailbox[None] = Mailbox("shown", lambda _order: self._write(), end=self._write)

    def start(self) -> None:
        """Begin, once the core is told of the life before: nobody may come near until it is."""
        record = self._file.load()
        if record:
            self._post(ShownRecalled(recall_shown(record, self._read_instant())))
        self._orders.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Write the latest, waiting at most so long, and end."""
        self._orders.stop(timeout_s)

    def keep(self, shown: Shown) -> None:
        """Have this remembered, and nothing that was told before. Returns at once."""
        self._latest = shown
        self._orders.put(None)

    def _write(self) -> None:
        shown = self._latest
        if shown is self._written:
            return
        try:
            self._file.save(record_shown(shown, self._read_instant()))
        except Exception as error:  # noqa: BLE001  # the thread's edge: one record must not cost the next ones
            self._complain(error)
        else:
            self._written, self._is_failing = shown, False

    def _complain(self, error: Exception) -> None:
        """Once, and not at each showing, for a full disk stays full for long."""
        why = os.strerror(error.errno or 0) if isinstance(error, OSError) else type(error).__name__
        if not self._is_failing:
            _log.warning("what was shown could not be written (%s)", why)
        self._is_failing = True


def make_shown_keeper(settings: Settings, post: Callable[[Event], None]) -> ShownKeeper:
    """For the screen of these settings, in its state folder."""
    return ShownKeeper(ShownFile(settings.state.dir, settings.store.id, settings.screen.id), post, read_instant)
