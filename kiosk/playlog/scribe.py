"""Writes the play log beside the glass: no frame and no tap waits for its disk."""

import logging
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from kiosk.contract.bookmark import Bookmark
from kiosk.contract.instant import Instant
from kiosk.core.effects import Announcement, AnnounceShown, AnnounceTap
from kiosk.core.fault import FaultSink
from kiosk.mailbox import Mailbox
from kiosk.playlog.entry import Accepted, Entry, Kept, Showing
from kiosk.playlog.journal import Journal
from kiosk.playlog.stopwatch import Stopwatch
from kiosk.playlog.ticker_watch import TickerWatch
from kiosk.worker import Worker

NOT_SAVED = "plays_not_saved"
MOST_PENDING = 64
"""So many bookmarks on their way to disk are remembered with the showing that they were made in."""

_log = logging.getLogger(__name__)


class _Note(Struct, frozen=True):
    said: Announcement
    swapped_at: float
    now: Instant


class _Ticker(Struct, frozen=True):
    items: tuple[str, ...]
    now: Instant


_Order: TypeAlias = _Note | _Ticker | Bookmark | Accepted


class Scribe:
    """A supervised thread; all its verbs return at once, from any thread. Fault: `outbox/plays_not_saved`.

    `tell` hears of each showing that ended, and when, on that thread. `read_instant` says when the last one ended.
    `say` hears of all that was noted, as it was noted, once what was on the glass before is on disk: whenever the
    program is killed, of what it said the log lacks the last showing alone.
    """

    def __init__(
        self,
        folder: Path,
        tell: Callable[[Showing, Instant], None],
        read_instant: Callable[[], Instant],
        say: Callable[[Announcement, float, Instant], None],
        faults: FaultSink,
    ) -> None:
        self._faults = faults
        self._journal = Journal(folder)
        self._tell = tell
        self._say = say
        self._read_instant = read_instant
        self._stopwatch = Stopwatch()
        self._ticker = TickerWatch()
        self._impressions: dict[str, str] = {}
        self._is_failing = False
        self._orders: Mailbox[_Order] = Mailbox("playlog", self._take, end=self._end)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._orders.worker,)

    def start(self) -> None:
        """Begin; what was noted before is not forgotten."""
        self._orders.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Write all that was noted, the showing on the glass included, waiting at most so long."""
        self._orders.stop(timeout_s)

    def note(self, said: Announcement, swapped_at: float, now: Instant) -> None:
        """This came on the glass with the frame that was swapped at that monotonic time, in seconds."""
        self._orders.put(_Note(said, swapped_at, now))

    def note_ticker(self, items: tuple[str, ...], now: Instant) -> None:
        """These items run in the ticker from now on."""
        self._orders.put(_Ticker(items, now))

    def expect(self, bookmark: Bookmark) -> None:
        """A tap was felt; it counts once the glass has said that it is kept."""
        self._orders.put(bookmark)

    def accept(self, bookmark: str) -> None:
        """The loyalty API took the bookmark of this id."""
        self._orders.put(Accepted(bookmark))

    def _end(self) -> None:
        now = self._read_instant()
        self._close(now, self._stopwatch.end(now.mono), *self._ticker.change((), now))

    def _take(self, order: _Order) -> None:
        if isinstance(order, Accepted):
            self._write(order)
        elif isinstance(order, Bookmark):
            self._remember(order)
        elif isinstance(order, _Ticker):
            self._close(order.now, *self._ticker.change(order.items, order.now))
        else:
            self._take_note(order)
            self._say(order.said, order.swapped_at, order.now)

    def _take_note(self, note: _Note) -> None:
        if isinstance(note.said, AnnounceShown):
            shown_at = note.now.wall - timedelta(seconds=note.now.mono - note.swapped_at)
            ended = self._stopwatch.begin(note.said, shown_at, note.swapped_at)
            self._close(note.now, ended, *self._ticker.look(note.now))
        else:
            self._count(note.said)

    def _remember(self, bookmark: Bookmark) -> None:
        if bookmark.impression:
            self._impressions[bookmark.id] = bookmark.impression
        if len(self._impressions) > MOST_PENDING:
            del self._impressions[next(iter(self._impressions))]

    def _count(self, tap: AnnounceTap) -> None:
        self._stopwatch.count_tap()
        impression = self._impressions.pop(tap.bookmark, None) if tap.bookmark else None
        if tap.bookmark and impression:
            self._write(Kept(impression, tap.bookmark))

    def _close(self, now: Instant, *ended: Showing | None) -> None:
        for showing in ended:
            if showing:
                self._tell(showing, now)
                self._write(showing)

    def _write(self, entry: Entry) -> None:
        try:
            self._journal.write(entry)
        except OSError as error:
            if not self._is_failing:
                _log.warning("the play log could not be written (%s)", os.strerror(error.errno or 0))
            self._state(is_failing=True)
        else:
            self._state(is_failing=False)

    def _state(self, *, is_failing: bool) -> None:
        if is_failing != self._is_failing:
            self._is_failing = is_failing
            self._faults.set_fault("outbox", NOT_SAVED if is_failing else None)
