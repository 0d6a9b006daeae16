"""A screen's way from the tap to the loyalty API, with a diary of what it was told and what it said."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event as Flag

from msgspec.structs import replace

from kiosk.backoff import Backoff
from kiosk.bookmarks.courier import Courier
from kiosk.bookmarks.database import Database
from kiosk.bookmarks.event_log import EventLog
from kiosk.bookmarks.herald import Herald
from kiosk.bookmarks.keeper import Keeper
from kiosk.bookmarks.outbox import BookmarkNotSaved, Outbox
from kiosk.bookmarks.queue import Queue
from kiosk.bookmarks.salvage import Salvage
from kiosk.contract.bookmark import Bookmark
from kiosk.contract.credential import Credential
from kiosk.core.effects import SaveBookmark
from kiosk.core.events import BookmarkFailed, BookmarkSaved, Event
from kiosk.errors import KioskError
from kiosk.loyalty.api import LoyaltyApi
from kiosk.loyalty.transport import Timeouts
from tests.doubles.chance import seed_chance
from tests.doubles.notebook import FaultBook
from tests.doubles.taps import make_bookmark, make_state
from tests.faults.ledger import make_credential, name_tap

FILE = "outbox.db"
TIMEOUTS = Timeouts(connect_s=1.0, read_s=0.5, total_s=2.0)
FIRST_WAIT_S, LONGEST_WAIT_S = 0.01, 0.05


class Diary:
    """Each line is with the kernel before anything else happens, and so outlives a kill."""

    def __init__(self, folder: Path) -> None:
        self._handle = os.open(folder / "diary", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def write(self, word: str, tap: str) -> None:
        os.write(self._handle, f"{word} {tap}\n".encode())

    def close(self) -> None:
        os.close(self._handle)


class FaultScreen:
    """One life of a screen over the outbox of this folder."""

    def __init__(  # noqa: PLR0913  # what a life is drawn from, each with what is usual
        self,
        folder: Path,
        url: str,
        life: int,
        clock: Callable[[], float] = time.monotonic,
        *,
        token: str | None = None,
        timeouts: Timeouts = TIMEOUTS,
    ) -> None:
        self.life = life
        self.diary = Diary(folder)
        self.faults = FaultBook()
        self.database = Database(folder / FILE, self.faults)
        self.outbox = Outbox(self.database)
        event_log = EventLog(self.database)
        api = LoyaltyApi(url, token, timeouts=timeouts)
        backoff = Backoff(seed_chance(life).random, FIRST_WAIT_S, LONGEST_WAIT_S)
        self.courier = Courier(
            outbox=self.outbox,
            queue=Queue(self.outbox, backoff),
            herald=Herald(event_log, api.post_events, backoff, make_state),
            deliver=api.post_bookmark,
            post=lambda _event: None,
            settled=lambda: None,
            faults=self.faults,
            clock=clock,
        )
        self.keeper = Keeper(self.outbox, event_log, self._hear, self.faults, self.courier.nudge)
        self.salvage = Salvage(self.outbox, folder / FILE, time.time, self.courier.nudge)

    def make_tap(self, number: int) -> Bookmark:
        tap = name_tap(self.life, number)
        return replace(
            make_bookmark(number), id=tap, impression=tap, credential=Credential("uid", make_credential(tap))
        )

    def tap(self, number: int) -> None:
        """Keep it on this very thread, and say what came of it."""
        bookmark = self.make_tap(number)
        self.diary.write("tapped", bookmark.id)
        try:
            self.outbox.save(bookmark, bookmark.credential.value)
        except BookmarkNotSaved:
            self.diary.write("refused", bookmark.id)
        else:
            self.diary.write("saved", bookmark.id)

    def order(self, number: int) -> None:
        """Have it kept by the keeper's thread."""
        bookmark = self.make_tap(number)
        self.diary.write("tapped", bookmark.id)
        self.keeper.keep(SaveBookmark(bookmark, bookmark.credential.value))

    def step(self) -> float | None:
        """Let the courier do one thing; `None`: the disk would not."""
        try:
            return self.courier.step()
        except KioskError:
            return None

    def deliver_all(self, deadline_s: float = 60.0) -> None:
        """Step until nothing waits."""
        until = time.monotonic() + deadline_s
        while self.outbox.count().waiting:
            assert time.monotonic() < until, self.outbox.count()
            Flag().wait(min(self.step() or 0.0, LONGEST_WAIT_S))

    def close(self) -> None:
        self.database.close()
        self.diary.close()

    def _hear(self, event: Event) -> None:
        if isinstance(event, BookmarkSaved):
            self.diary.write("saved", event.bookmark)
        elif isinstance(event, BookmarkFailed):
            self.diary.write("refused", event.bookmark)
