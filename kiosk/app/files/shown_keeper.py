"""Writes down what was shown for a GUI thread that must never wait for a disk, and tells it at the next start."""

import os
from collections.abc import Callable

from kiosk.app.clocks import read_instant
from kiosk.app.files.shown import ShownFile
from kiosk.contract.instant import Instant
from kiosk.core.events import Event, ShownRecalled
from kiosk.core.fault import FaultSink
from kiosk.errors import KioskError
from kiosk.offers.shown import NOTHING_SHOWN, Shown
from kiosk.offers.shown_record import recall_shown, record_shown
from kiosk.poller import Poller
from kiosk.settings import Settings

NOT_SAVED = "shown_not_saved"
REST_S = 5.0


class ShownNotSaved(KioskError):
    """What was shown is not on disk: were the power cut now, the caps would begin anew."""


class ShownKeeper:
    """A supervised thread that keeps the latest of what it is told.

    What was shown in the instant before a power cut may be lost, as long as one write takes: an offer need not wait
    for the disk, for to see it once more than a cap allows harms nobody. What is told amid a write waits for its end,
    and only the latest of it is written. Each write is the whole of it, some 100 kB on a busy day's evening.
    One that fails is tried again after `rest_s` seconds, and until it went well there is the fault
    `outbox/shown_not_saved`.
    """

    def __init__(
        self,
        file: ShownFile,
        post: Callable[[Event], None],
        read_instant: Callable[[], Instant],
        faults: FaultSink,
        rest_s: float = REST_S,
    ) -> None:
        self._file = file
        self._post = post
        self._read_instant = read_instant
        self._faults = faults
        self._latest = self._written = NOTHING_SHOWN
        self._poller = Poller("shown", self._write, rest_s, self._own_up)

    def start(self) -> None:
        """Begin, once the core is told of the life before: nobody may come near until it is."""
        record = self._file.load()
        if record:
            self._post(ShownRecalled(recall_shown(record, self._read_instant())))
        self._poller.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Write the latest, waiting at most so long, and end."""
        self._poller.stop(timeout_s, looks_last=True)

    def keep(self, shown: Shown) -> None:
        """Have this remembered, and nothing that was told before. Returns at once."""
        self._latest = shown
        self._poller.wake()

    def _write(self) -> None:
        shown = self._latest
        if shown is self._written:
            return
        try:
            self._file.save(record_shown(shown, self._read_instant()))
        except OSError as error:
            why = f"what was shown could not be written ({os.strerror(error.errno or 0)})"
            raise ShownNotSaved(why) from error
        self._written = shown
        self._faults.set_fault("outbox", None)

    def _own_up(self) -> None:
        self._faults.set_fault("outbox", NOT_SAVED)


def make_shown_keeper(settings: Settings, post: Callable[[Event], None], faults: FaultSink) -> ShownKeeper:
    """For the screen of these settings, in its state folder."""
    file = ShownFile(settings.state.dir, settings.store.id, settings.screen.id)
    return ShownKeeper(file, post, read_instant, faults)
