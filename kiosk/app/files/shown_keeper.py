"""Writes down what was shown for a GUI thread that must never wait for a disk, and tells it at the next start."""

from collections.abc import Callable

from kiosk.app.clocks import read_instant
from kiosk.app.files.keeper import REST_S, Keeper, Kept
from kiosk.app.files.shown import ShownFile
from kiosk.contract.instant import Instant
from kiosk.core.events import Event, ShownRecalled
from kiosk.core.fault import FaultSink
from kiosk.offers.shown import Shown
from kiosk.offers.shown_record import recall_shown, record_shown
from kiosk.settings import Settings

KEPT = Kept("what was shown", "shown_not_saved")


class ShownKeeper(Keeper[Shown]):
    """Keeps the latest of what was shown.

    What was shown in the instant before a power cut may be lost, as long as one write takes: an offer need not wait
    for the disk, for to see it once more than a cap allows harms nobody. Each write is the whole of it, some 100 kB on
    a busy day's evening.
    """

    def __init__(
        self,
        file: ShownFile,
        post: Callable[[Event], None],
        read_instant: Callable[[], Instant],
        faults: FaultSink,
        rest_s: float = REST_S,
    ) -> None:
        super().__init__(KEPT, self._save_record, faults, rest_s)
        self._file = file
        self._post = post
        self._read_instant = read_instant

    def start(self) -> None:
        """Begin, once the core is told of the life before: nobody may come near until it is."""
        record = self._file.load()
        if record:
            self._post(ShownRecalled(recall_shown(record, self._read_instant())))
        super().start()

    def _save_record(self, shown: Shown) -> None:
        self._file.save(record_shown(shown, self._read_instant()))


def make_shown_keeper(settings: Settings, post: Callable[[Event], None], faults: FaultSink) -> ShownKeeper:
    """For the screen of these settings, in its state folder."""
    file = ShownFile(settings.state.dir, settings.store.id, settings.screen.id)
    return ShownKeeper(file, post, read_instant, faults)
