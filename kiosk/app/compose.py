"""Makes one screen of all the rooms: the only place that knows every one of them."""

import os
from collections import deque
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from kiosk.app.alarm import Alarm
from kiosk.app.announcer import Announcement, Announcer
from kiosk.app.clock_watch import ClockWatch
from kiosk.app.clocks import read_instant, tell_mono, tell_wall
from kiosk.app.conductor import Conductor, Orders, Senses
from kiosk.app.display import check_display
from kiosk.app.dresser import Dresser
from kiosk.app.givens import gather_givens
from kiosk.app.greeting import introduce
from kiosk.app.memory import trim_memory
from kiosk.app.notice_file import NoticeFile
from kiosk.app.onlooker import NOBODY, Onlooker
from kiosk.app.picture_desk import PictureDesk
from kiosk.app.playbill import recall_playbill
from kiosk.app.signals import SignalWatch
from kiosk.app.state_lock import StateLock
from kiosk.contract.playlist import Item
from kiosk.core.advance import advance
from kiosk.core.effects import SaveBookmark
from kiosk.core.events import BoardChanged, CatalogueChanged, Event, ShopperNear, ShowFailed
from kiosk.core.floor import NEVER
from kiosk.core.loop import open_floor
from kiosk.core.scene import Scene
from kiosk.fleet.messages import AnswerMessage
from kiosk.fleet.status import Clocks, Status
from kiosk.loyalty.lean_requests import load_requests
from kiosk.loyalty.recall import recall_shoppers
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.shown import Shown
from kiosk.screen.bridge import Bridge
from kiosk.screen.stage import Place
from kiosk.screen.window import Ports, Screen, make_application
from kiosk.settings import Settings
from kiosk.settings.rules import make_rules
from kiosk.theming.shelf import find_theme
from kiosk.version import VERSION

if TYPE_CHECKING:
    from kiosk.app.backstage import Backstage
    from kiosk.app.presence import Presence

MOST_UNSAID = 100
"""Announcements that wait for the backstage, which one that cannot open would else pile up for ever."""


class Vitrine:
    """One screen, from its first frame to its last.

    `when_open` is called once all the rooms are open, on the thread that opened them.
    """

    def __init__(self, settings: Settings, onlooker: Onlooker, when_open: Callable[[], None]) -> None:
        """Read all that the settings name; raises `KioskError` where one of them cannot be used."""
        self._settings = settings
        self._onlooker = onlooker
        self._when_open = when_open
        check_display(os.environ)
        self._presence: Presence | None = None
        self._clock_watch = ClockWatch()
        found = find_theme(settings.theme)
        clocks = Clocks(tell_mono, tell_wall)
        self.status = Status(VERSION, found.theme.name, self._ask_last_heard, clocks)
        self.status.set_fault("theme", "refused" if found.refusal else None)
        self._givens = gather_givens(settings, self.status)
        self._lock = StateLock(settings.state.dir)
        self._lock.take()
        self._backstage: Backstage | None = None
        self._opener = Thread(target=self._open_backstage, name="backstage", daemon=True)
        self._is_seen = False
        self._unsaid: deque[tuple[Announcement, float]] = deque(maxlen=MOST_UNSAID)
        self._application = make_application(settings.display)
        place = Place(settings.nfc.side, onlooker.keys, f"{settings.store.id} {settings.screen.id}")
        ports = Ports(self._givens.find_file, self._note_presented, onlooker.on_key, self._refuse)
        floor = open_floor(make_rules(settings), tell_mono())
        self._playbill = recall_playbill(self._givens)
        self._close_folder: Callable[[], None] = lambda: None
        # The core is pure: what it will say can be asked before it counts.
        foreseen = advance(floor, self._playbill.state(), read_instant()).floor.scene
        self.screen = Screen(settings.display, found.theme, place, ports, foreseen)
        self._announcer = Announcer(self.screen.stage.show, self._say)
        self._bridge = Bridge(self._conduct)
        self._dresser = Dresser(settings.theme, self.status, self._bridge.wake)
        self._alarm = Alarm(self._conduct, tell_mono)
        senses = Senses(self._perceive, self._next_due)
        self.conductor = Conductor(floor, self._make_orders(), senses, read_instant, self._bridge.wake)

    def _make_orders(self) -> Orders:
        return Orders(
            attend=self._attend,
            show=self._show,
            save=self._save,
            announce=self._announcer.announce,
            answer_picture=PictureDesk(self.screen.photograph, self._answer).serve,
            wake_at=self._alarm.set_for,
            remember=self._remember,
        )

    def run(self) -> int:
        """Show the screen until the process is asked to end; returns the exit code."""
        watch = SignalWatch(self.leave)
        introduce(self._settings, self._application.platformName())
        self.open()
        code = self._application.exec()
        self.close()
        watch.close()
        return code

    def open(self) -> None:
        """Show what was shown last, from disk; everything else comes after the first frame."""
        board = NoticeFile(self._settings.state.dir, self._settings.store.id).load()
        self.conductor.post(BoardChanged(board, tell_mono()))
        self._playbill.open(self.conductor.post)
        self._conduct()
        self.screen.show(fullscreen=self._settings.display.fullscreen)

    def leave(self) -> None:
        """End `run`."""
        self._application.quit()

    def close(self) -> None:
        """Write what was tapped, say goodbye, close the window."""
        if self._opener.is_alive():
            self._opener.join()
        self._catch_up()
        self._close_folder()
        if self._backstage:
            self._backstage.stop()
        self._bridge.close()
        self._alarm.close()
        self.screen.close()
        self._lock.release()

    def _conduct(self) -> None:
        self.status.set_fault("clock", self._clock_watch.look(read_instant()))
        self.conductor.conduct()
        self._dresser.bring(self.screen.dress)
        self._catch_up()

    def _open_backstage(self) -> None:
        # Loading the network's modules takes longer than the first frame, which waits for nobody.
        load_requests()
        from kiosk.app.backstage import Backstage  # noqa: PLC0415 # as said above
        from kiosk.app.folder_room import open_folder  # noqa: PLC0415 # as said above
        from kiosk.app.presence import make_presence  # noqa: PLC0415 # as said above

        # Nobody is near before there is a feed.
        self.conductor.post(recall_shoppers(self._givens.remembered))
        backstage = Backstage(
            self._givens, self._playbill.post, self._bridge.wake, self._dresser.choose, self._onlooker.open_reader
        )
        if backstage.feed:
            self._presence = make_presence(self._settings.proximity, backstage.feed.drain)
        self._backstage = backstage
        backstage.start()
        self._close_folder = open_folder(self._givens, self._playbill)
        self._bridge.wake()
        self._when_open()
        trim_memory()

    def _perceive(self, mono: float) -> list[Event]:
        return self._presence.perceive(mono) if self._presence else []

    def _next_due(self) -> float:
        return self._presence.next_due() if self._presence else NEVER

    def _attend(self, event: Event) -> None:
        if isinstance(event, CatalogueChanged) and self._is_seen:
            self._prepare(event.catalogue, event.playlist)
        elif isinstance(event, ShopperNear) and self._backstage:
            self._backstage.welcome(self.conductor.floor.crowd.shoppers.get(event.shopper))
        elif isinstance(event, ShowFailed):
            self.status.set_fault("catalogue", "unshowable")

    def _prepare(self, catalogue: Catalogue, playlist: tuple[Item, ...]) -> None:
        offers = catalogue.list_for(frozenset(self._settings.screen.zones))
        self.screen.stage.prepare(offers, playlist).add_done_callback(lambda _done: trim_memory())

    def _show(self, scene: Scene) -> None:
        self.status.set_scene(type(scene).__name__.lower())
        self._announcer.show(scene)

    def _save(self, order: SaveBookmark) -> None:
        if self._backstage:
            self._backstage.save(order)

    def _answer(self, answer: AnswerMessage) -> None:
        if self._backstage:
            self._backstage.answer(answer)

    def _remember(self, shown: Shown) -> None:
        if self._backstage:
            self._backstage.remember(shown)

    def _note_presented(self, showing: int, swapped_at: float) -> None:
        self._announcer.note_presented(showing, swapped_at)
        floor = self.conductor.floor
        self._onlooker.on_seen(floor.scene)
        if not self._is_seen:
            self._is_seen = True
            self._prepare(floor.catalogue, floor.playlist)
            self._opener.start()

    def _refuse(self, sha256: str) -> None:
        """Runs on any thread. The next sync fetches what rotted on the disk, and says that all is well."""
        self._givens.refuse_file(sha256)
        self._playbill.drop_picture(sha256)
        self.status.set_fault("media", "unavailable")

    def _say(self, announcement: Announcement, swapped_at: float) -> None:
        self._onlooker.on_said(announcement, swapped_at)
        self._unsaid.append((announcement, swapped_at))
        self._catch_up()

    def _catch_up(self) -> None:
        """What was seen before the backstage was open is said as soon as it is."""
        while self._backstage and self._unsaid:
            self._backstage.say(*self._unsaid.popleft())

    def _ask_last_heard(self) -> float | None:
        feed = self._backstage.feed if self._backstage else None
        return feed.last_heard if feed else None


def open_screen(
    settings: Settings, onlooker: Onlooker = NOBODY, when_open: Callable[[], None] = lambda: None
) -> Vitrine:
    """Make the screen; raises `KioskError` where a setting cannot be used."""
    return Vitrine(settings, onlooker, when_open)
