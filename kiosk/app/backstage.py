"""The rooms behind the glass: disk, reader and network. Made after the first frame, for the picture must not wait."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from kiosk.app.announcer import Announcement
from kiosk.app.chorus import Chorus
from kiosk.app.clocks import read_instant, tell_mono
from kiosk.app.diary import write_entry, write_play, write_status
from kiosk.app.feed_room import make_feed
from kiosk.app.fleet_room import make_line
from kiosk.app.givens import Givens
from kiosk.app.guest_book import GuestBook
from kiosk.app.loyalty_room import make_sync
from kiosk.app.reader_room import make_reader
from kiosk.app.shown_keeper import make_shown_keeper
from kiosk.bookmarks.backoff import Backoff
from kiosk.bookmarks.cli import FILE_NAME
from kiosk.bookmarks.courier import Courier
from kiosk.bookmarks.database import Database
from kiosk.bookmarks.event_log import EventLog
from kiosk.bookmarks.herald import Herald
from kiosk.bookmarks.keeper import Keeper
from kiosk.bookmarks.line import Line as Queue
from kiosk.bookmarks.outbox import Outbox
from kiosk.contract.cloud_event import CloudEvent
from kiosk.contract.instant import Instant
from kiosk.contract.shopper import Shopper
from kiosk.core.effects import AnnounceShown, SaveBookmark
from kiosk.core.events import BookmarkAnswered, BookmarkSaved, Event, ShoppersChanged
from kiosk.core.fault import FaultSink
from kiosk.errors import KioskError
from kiosk.fleet.messages import AnswerMessage, Reason
from kiosk.learning.exchange import Exchange
from kiosk.learning.learner import Learner, Outlets
from kiosk.learning.memory import Memory
from kiosk.loyalty.api import LoyaltyApi
from kiosk.offers.shown import Shown
from kiosk.playlog.entry import Showing
from kiosk.playlog.scribe import Scribe
from kiosk.settings import Settings

if TYPE_CHECKING:
    from kiosk.nfc.ports import Frontend


class _Room(Protocol):
    """A room with a thread of its own."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


class Backstage:
    """Makes, starts and stops the rooms that have threads of their own.

    `post` takes their events, from any thread; `wake` is called when the feed has heard something; `dress` puts on a
    theme by its name, or says why not; `open_reader` opens the card reader where it shall not be nfcpy's own.
    """

    def __init__(
        self,
        givens: Givens,
        post: Callable[[Event], None],
        wake: Callable[[], None],
        dress: Callable[[str], Reason | None],
        open_reader: "Callable[[str], Frontend] | None" = None,
    ) -> None:
        settings, status = givens.settings, givens.status
        self._status = status
        self._post = post
        self._counting = Lock()
        self._source = f"/{settings.store.id}/{settings.screen.id}"
        self._guests = GuestBook(self._source, ZoneInfo(settings.store.time_zone))
        self._database = Database(_prepare_folder(settings.state.dir) / FILE_NAME, status)
        self._outbox = Outbox(self._database)
        event_log = EventLog(self._database)
        api = LoyaltyApi(settings.loyalty.url, givens.token, settings.loyalty.ca_file)
        users = Chorus(status)
        # What one of the two finds well again, the other need not wait for.
        courier_faults = users.add_voice(lambda: self._sync.request_now())  # noqa: PLW0108 # there is no sync yet
        self._courier = self._make_courier(api, event_log, courier_faults)
        self._shown_keeper = make_shown_keeper(settings, post)
        self._keeper = Keeper(self._outbox, event_log, self._keep_note, status, self._courier.nudge)
        self._scribe = Scribe(settings.state.dir, self._tell_play, read_instant)
        self._exchange = Exchange(givens.address, settings.store.id, settings.screen.id, self._hear)
        self._learner = _make_learner(settings, Outlets(post, self._tell, self._exchange.share))
        api_faults = users.add_voice(self._courier.relieve)
        self._sync = make_sync(givens, api, self._introduce, self._learner.credit, api_faults)
        self._line = make_line(givens, post, self._sync.request_now, dress, users.add_voice())
        self.feed = make_feed(givens, wake, users.add_voice())
        self._reader = make_reader(givens, post, self._outbox, open_reader)

    def _make_courier(self, api: LoyaltyApi, event_log: EventLog, faults: FaultSink) -> Courier:
        backoff = Backoff(random.random)
        return Courier(
            outbox=self._outbox,
            line=Queue(self._outbox, backoff),
            herald=Herald(event_log, api.post_events, backoff, self._write_status),
            deliver=api.post_bookmark,
            post=self._pass_on,
            settled=self._count,
            faults=faults,
            clock=tell_mono,
        )

    def start(self) -> None:
        """Start everything; what is not there yet is waited for in the background."""
        self._count()
        for room in self._rooms:
            room.start()

    def stop(self) -> None:
        """Stop everything, the reader first: what was tapped is written, what is written is kept."""
        for room in reversed(self._rooms):
            room.stop()
        self._database.close()

    @property
    def _rooms(self) -> list["_Room"]:
        rooms: tuple[_Room | None, ...] = (
            # First, for it tells the core at once what nobody may come near without.
            self._shown_keeper,
            self._courier,
            self._keeper,
            self._scribe,
            self._exchange,
            self._learner,
            self._line,
            self.feed,
            self._sync,
            self._reader,
        )
        return [room for room in rooms if room]

    def save(self, order: SaveBookmark) -> None:
        """Put a bookmark on disk; answered by an event."""
        self._scribe.expect(order.bookmark)
        self._keeper.keep(order)

    def remember(self, shown: Shown) -> None:
        """Put on disk what was shown, for the next start."""
        self._shown_keeper.keep(shown)

    def welcome(self, guest: Shopper | None) -> None:
        """Have the loyalty system count this shopper's visit, where that is allowed and was not done today."""
        visit = self._guests.sign(guest, read_instant())
        if visit:
            self._keeper.note(visit)

    def say(self, announcement: Announcement, swapped_at: float) -> None:
        """Tell the fleet and the loyalty API what was seen on the glass at that monotonic time."""
        now = read_instant()
        if isinstance(announcement, AnnounceShown):
            shown_at = now.wall - timedelta(seconds=now.mono - swapped_at)
            self._line.announce_shown(announcement, shown_at, swapped_at)
        else:
            self._line.announce_tap(announcement, swapped_at)
        self._learner.note(announcement, swapped_at, now)
        self._scribe.note(announcement, swapped_at, now)

    def answer(self, answer: AnswerMessage) -> None:
        """Say what came of a command, from any thread."""
        self._line.answer(answer)

    def _introduce(self, event: Event) -> None:
        """Runs on the sync's thread: the feed's list of very many shoppers takes longer than a frame."""
        # The core first, or somebody new could come near before it knows her; who withdrew is nobody to it at once.
        self._post(event)
        if isinstance(event, ShoppersChanged) and self.feed:
            self.feed.set_shoppers(event.crowd.shoppers)

    def _hear(self, memory: Memory) -> None:
        self._learner.hear(memory)

    def _tell(self, announcement: Announcement, now: Instant, propensity: float | None) -> None:
        self._keeper.note(write_entry(announcement, self._source, now, propensity))

    def _tell_play(self, showing: Showing, now: Instant) -> None:
        self._keeper.note(write_play(showing, self._source, now))

    def _write_status(self) -> CloudEvent:
        return write_status(self._status.compose(), self._source, read_instant())

    def _pass_on(self, event: Event) -> None:
        if isinstance(event, BookmarkAnswered):
            self._scribe.accept(event.answer.id)
        self._post(event)

    def _keep_note(self, event: Event) -> None:
        """Runs on the keeper's thread, where looking at the disk once more holds no tap up."""
        self._post(event)
        if isinstance(event, BookmarkSaved):
            self._count()

    def _count(self) -> None:
        # One at a time, or an older figure could be stated after a newer one.
        with self._counting, suppress(KioskError):  # the keeper says what is wrong with the disk
            count = self._outbox.count()
            self._status.set_outbox(count.waiting, count.dead)


def _prepare_folder(folder: Path) -> Path:
    """The state folder, for the owner's eyes only; where it cannot be made the outbox says so."""
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _make_learner(settings: Settings, outlets: Outlets) -> Learner:
    return Learner(settings.state.dir, settings.screen.id, settings.offers.explore_share, outlets)
