"""The rooms behind the glass: disk, reader and network. Made after the first frame, for the picture must not wait."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.app.clocks import read_instant, tell_mono
from kiosk.app.cloud_events import write_call, write_entry, write_play
from kiosk.app.files.shown_keeper import make_shown_keeper
from kiosk.app.givens import Givens
from kiosk.app.rooms.delivery import Delivery, name_source
from kiosk.app.rooms.feed import make_feed
from kiosk.app.rooms.fleet import Fleet
from kiosk.app.rooms.learning import make_learning
from kiosk.app.rooms.loyalty import make_sync
from kiosk.app.rooms.prices import make_price_feed
from kiosk.app.rooms.reader import make_reader
from kiosk.app.shared_faults import SharedFaults
from kiosk.app.start_all import Room, start_all
from kiosk.app.stays import Stays
from kiosk.app.theme.switch import ThemeSwitch
from kiosk.app.visits import Visits
from kiosk.app.watch.watched import Watched
from kiosk.contract.instant import Instant
from kiosk.contract.shopper import Shopper
from kiosk.core.effects import Announcement, AnnounceShown, AskArticle, CallAdvisor, SaveBookmark, SendCheckIn
from kiosk.core.events import BookmarkAnswered, Event, ShopperLeft, ShopperNear, ShoppersChanged
from kiosk.loyalty.api import LoyaltyApi
from kiosk.loyalty.clerk import make_clerk
from kiosk.loyalty.doorman import make_doorman
from kiosk.offers.shown import Shown
from kiosk.playlog.entry import Showing
from kiosk.playlog.scribe import Scribe

if TYPE_CHECKING:
    from kiosk.nfc.ports import Frontend


class Services:
    """Makes, starts and stops the rooms that have threads of their own.

    `post` takes their events, from any thread; `wake` is called when the feed has heard something; `theme_switch` puts
    on what the fleet chooses; `open_reader` opens the card reader where it shall not be nfcpy's own.
    """

    def __init__(
        self,
        givens: Givens,
        post: Callable[[Event], None],
        wake: Callable[[], None],
        theme_switch: ThemeSwitch,
        open_reader: "Callable[[str], Frontend] | None" = None,
    ) -> None:
        settings = givens.settings
        self._begun = ExitStack()
        self._post = post
        self._source = name_source(givens)
        self._known = frozenset(givens.remembered.shoppers)
        api = LoyaltyApi(settings.loyalty.url, givens.token, settings.loyalty.ca_file)
        faults = SharedFaults(givens.status)
        delivery_faults, sync_faults = faults.add_voice(), faults.add_voice()
        self._delivery = Delivery(givens, api, self._pass_on, delivery_faults)
        self._visits, self._stays = Visits(self._source), Stays(self._source, self._delivery.call, read_instant)
        self._shown_keeper = make_shown_keeper(settings, post, faults.add_voice())
        self._scribe = Scribe(settings.state.dir, self._tell_play, read_instant, self._say, faults.add_voice())
        self._exchange, self._learner = make_learning(givens, post, self._tell)
        self._sync = make_sync(
            givens,
            api,
            post=self._introduce,
            credit=self._learner.credit,
            part=self._delivery.review,
            faults=sync_faults,
        )
        # What one of the two finds well again, the other need not wait for.
        delivery_faults.relieve, sync_faults.relieve = self._sync.request_now, self._delivery.relieve
        reload = self._sync.request_now
        self._fleet = Fleet(givens, faults, theme_switch, download=api.download, post=post, reload=reload)
        self.answer = self._fleet.answer
        self.feed = make_feed(givens, wake, faults.add_voice())
        self._price_feed = make_price_feed(givens, post)
        self._doorman = make_doorman(api.post_check_in, tell_mono, post)
        self._clerk = make_clerk(api.post_scan, tell_mono, post)
        self._has_scanner = settings.scanner.device != "none"
        self._reader = make_reader(givens, post, self._delivery.outbox, open_reader)

    @property
    def workers(self) -> list[Watched]:
        """All their threads."""
        return [worker for room in self._rooms for worker in room.workers]

    def start(self) -> None:
        """Start everything, or nothing; what is not there yet is waited for in the background."""
        self._begun = start_all(self._rooms)

    def stop(self) -> None:
        """Stop everything, the reader first: what was tapped is written, what is written is kept."""
        self._begun.close()

    @property
    def _rooms(self) -> list[Room]:
        rooms: tuple[Room | None, ...] = (
            # First, for it tells the core at once what nobody may come near without.
            self._shown_keeper,
            self._delivery,
            *self._fleet.rooms,
            self._scribe,
            self._stays,
            self._exchange,
            self._learner,
            self.feed,
            self._price_feed,
            self._sync,
            self._doorman,
            self._clerk if self._has_scanner else None,
            self._reader,
        )
        return [room for room in rooms if room]

    def save(self, order: SaveBookmark) -> None:
        """Put a bookmark on disk; answered by an event."""
        self._scribe.expect(order.bookmark)
        self._delivery.save(order)

    def remember(self, shown: Shown) -> None:
        """Put on disk what was shown, for the next start."""
        self._shown_keeper.keep(shown)

    def note_visit(self, event: ShopperNear | ShopperLeft, guest: Shopper | None) -> None:
        """Have the loyalty system hear that this shopper is here, and of her visit once it is over, as she allows."""
        self._stays.note(event, guest)
        visit = self._visits.note(event, guest, read_instant())
        if visit:
            self._delivery.note(visit)

    def say(self, announcement: Announcement, swapped_at: float) -> None:
        """Tell the fleet and the loyalty API what was seen on the glass at that monotonic time."""
        now = read_instant()
        self._learner.note(announcement, swapped_at, now)
        self._scribe.note(announcement, swapped_at, now)

    def note_ticker(self, items: tuple[str, ...], now: Instant) -> None:
        """Keep in the play log that these items run in the ticker from now on."""
        self._scribe.note_ticker(items, now)

    def call_advisor(self, order: CallAdvisor) -> None:
        """Tell the staff that somebody wants advice."""
        self._delivery.call(write_call(order, self._source, read_instant()))

    def check_in(self, order: SendCheckIn) -> None:
        """Tell the loyalty system who comes in by this door."""
        self._doorman.send(order.check_in)

    def ask_article(self, order: AskArticle) -> None:
        """Ask the loyalty system what was scanned; answered by an event."""
        self._clerk.send(order.scan)

    def _introduce(self, event: Event) -> None:
        """Runs on the sync's thread: the feed's list of very many shoppers takes longer than a frame."""
        # The core first, or somebody new could come near before it knows her; who withdrew is nobody to it at once.
        self._post(event)
        if isinstance(event, ShoppersChanged):
            self._know(event.crowd.shoppers)

    def _know(self, shoppers: Mapping[str, Shopper]) -> None:
        if self.feed:
            self.feed.set_shoppers(shoppers)
        gone = self._known.difference(shoppers)
        self._known = frozenset(shoppers)
        if gone:
            self._stays.forget(gone)
            self._delivery.erase(gone)

    def _tell(self, announcement: Announcement, now: Instant, propensity: float | None) -> None:
        self._delivery.note(write_entry(announcement, self._source, now, propensity))

    def _say(self, announcement: Announcement, swapped_at: float, now: Instant) -> None:
        """Runs on the scribe's thread."""
        if isinstance(announcement, AnnounceShown):
            shown_at = now.wall - timedelta(seconds=now.mono - swapped_at)
            self._fleet.line.announce_shown(announcement, shown_at, swapped_at)
        else:
            self._fleet.line.announce_tap(announcement, swapped_at)

    def _tell_play(self, showing: Showing, now: Instant) -> None:
        self._delivery.note(write_play(showing, self._source, now))

    def _pass_on(self, event: Event) -> None:
        if isinstance(event, BookmarkAnswered):
            self._scribe.accept(event.answer.id)
        self._post(event)
