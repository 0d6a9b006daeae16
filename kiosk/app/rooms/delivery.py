"""Makes the rooms that keep what the loyalty API must hear of on disk, and bring it there."""

import random
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock

from kiosk.app.clocks import read_instant, tell_mono
from kiosk.app.cloud_events import write_status
from kiosk.app.givens import Givens
from kiosk.backoff import Backoff
from kiosk.bookmarks.cli import FILE_NAME
from kiosk.bookmarks.courier import Courier
from kiosk.bookmarks.database import Database
from kiosk.bookmarks.event_log import EventLog
from kiosk.bookmarks.herald import Herald
from kiosk.bookmarks.keeper import Keeper
from kiosk.bookmarks.outbox import Outbox
from kiosk.bookmarks.queue import Queue
from kiosk.bookmarks.salvage import Salvage
from kiosk.contract.cloud_event import CloudEvent
from kiosk.core.effects import SaveBookmark
from kiosk.core.events import BookmarkSaved, Event
from kiosk.core.fault import FaultSink
from kiosk.errors import KioskError
from kiosk.loyalty.api import LoyaltyApi
from kiosk.worker import Worker


class Delivery:
    """From the tap to the API's answer: keeper, outbox, courier and salvage, and how much waits, for the status.

    `post` takes what became of a bookmark; `save`, `note`, `erase`, `review` and `relieve` return at once, from any
    thread.
    """

    def __init__(self, givens: Givens, api: LoyaltyApi, post: Callable[[Event], None], faults: FaultSink) -> None:
        settings, self._status = givens.settings, givens.status
        self._post = post
        self._source = name_source(givens)
        self._counting = Lock()
        path = _prepare_folder(settings.state.dir) / FILE_NAME
        self._database = Database(path, faults)
        self.outbox = Outbox(self._database)
        event_log = EventLog(self._database)
        backoff = Backoff(random.random)
        self._herald = Herald(event_log, api.post_events, backoff, self._write_status)
        self._courier = Courier(
            outbox=self.outbox,
            queue=Queue(self.outbox, backoff),
            herald=self._herald,
            deliver=api.post_bookmark,
            post=post,
            settled=self._count,
            faults=faults,
            clock=tell_mono,
        )
        self._keeper = Keeper(self.outbox, event_log, self._pass_on, faults, self._courier.nudge)
        self._salvage = Salvage(self.outbox, path, time.time, self._courier.nudge)
        self.save: Callable[[SaveBookmark], None] = self._keeper.keep
        self.note: Callable[[CloudEvent], None] = self._keeper.note
        self.erase: Callable[[frozenset[str]], None] = self._keeper.erase
        self.review = self._keeper.review
        self.relieve = self._courier.relieve

    @property
    def workers(self) -> tuple[Worker, ...]:
        """The threads of all three."""
        return self._keeper.workers + self._courier.workers + self._salvage.workers

    def start(self) -> None:
        """Begin to write and to deliver."""
        self._count()
        self._courier.start()
        self._keeper.start()
        self._salvage.start()

    def stop(self) -> None:
        """Write what was tapped; what is not delivered stays on disk."""
        self._salvage.stop()
        self._keeper.stop()
        self._courier.stop()
        self._database.close()

    def call(self, event: CloudEvent) -> None:
        """Deliver this at once, or never; from any thread."""
        self._herald.call(event, tell_mono())
        self._courier.nudge()

    def _write_status(self) -> CloudEvent:
        return write_status(self._status.compose(), self._source, read_instant())

    def _pass_on(self, event: Event) -> None:
        """Runs on the keeper's thread, where looking at the disk once more holds no tap up."""
        self._post(event)
        if isinstance(event, BookmarkSaved):
            self._count()

    def _count(self) -> None:
        # One at a time, or an older figure could be stated after a newer one.
        with self._counting, suppress(KioskError):  # the keeper says what is wrong with the disk
            count = self.outbox.count()
            self._status.set_outbox(count.waiting, count.dead)


def name_source(givens: Givens) -> str:
    """Who says what this screen says, in its events: `/{store}/{screen}`."""
    return f"/{givens.settings.store.id}/{givens.settings.screen.id}"


def _prepare_folder(folder: Path) -> Path:
    """The state folder, for the owner's eyes only; where it cannot be made the outbox says so."""
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
