"""Makes one screen of all the rooms: the only place that knows every one of them."""

import os
from collections.abc import Callable
from functools import partial

from kiosk.app.clock_watch import ClockWatch
from kiosk.app.clocks import read_instant, tell_mono, tell_wall
from kiosk.app.conductor import Conductor, Orders, Senses
from kiosk.app.display import check_display
from kiosk.app.enrolment import Enrolment
from kiosk.app.files.notices import NoticeFile
from kiosk.app.files.state_lock import StateLock
from kiosk.app.givens import gather_givens
from kiosk.app.glass.announcer import Announcer
from kiosk.app.glass.foresight import Foresight
from kiosk.app.glass.screenshots import Screenshots
from kiosk.app.glass.ticker import Ticker
from kiosk.app.greeting import introduce
from kiosk.app.late_services import LateServices, Opened
from kiosk.app.loop_source import recall_loop_source
from kiosk.app.memory import trim_memory
from kiosk.app.observer import NOBODY, Observer
from kiosk.app.theme.switch import make_theme_switch
from kiosk.app.theme.worn import find_worn
from kiosk.contract.playlist import Item
from kiosk.core.advance import advance
from kiosk.core.effects import Announcement
from kiosk.core.events import BoardChanged, CatalogueChanged, Event, ShopperNear, ShowFailed, Touched, Wish
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Scene
from kiosk.core.loop.play import open_floor
from kiosk.fleet.status import Clocks, Status
from kiosk.loyalty.lean_requests import load_requests
from kiosk.loyalty.recall import recall_shoppers
from kiosk.offers.catalogue import Catalogue
from kiosk.screen.display.application import make_application
from kiosk.screen.gui_thread.alarm import Alarm
from kiosk.screen.gui_thread.bridge import Bridge
from kiosk.screen.gui_thread.signals import SignalWatch
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.settings import Settings
from kiosk.settings.rules import make_rules
from kiosk.theming.package import Theme
from kiosk.version import VERSION


class Vitrine:
    """One screen, from its first frame to its last.

    `when_open` is called once all the rooms are open, on the thread that opened them.
    """

    def __init__(self, settings: Settings, observer: Observer, when_open: Callable[[], None]) -> None:
        """Read all that the settings name; raises `KioskError` where one of them cannot be used."""
        check_display(os.environ)
        self._settings = settings
        self._observer = observer
        self._when_open = when_open
        self._clock_watch = ClockWatch()
        self._services = LateServices()
        self._is_seen = False
        worn = find_worn(settings.theme, settings.state.dir)
        self.status = Status(VERSION, worn.theme.name, self._services.last_heard, Clocks(tell_mono, tell_wall))
        self.status.set_fault("theme", worn.fault)
        self._givens = gather_givens(settings, self.status)
        self._lock = StateLock(settings.state.dir)
        self._lock.take()
        self._application = make_application(settings.display)
        self._loop_source = recall_loop_source(self._givens)
        floor = open_floor(make_rules(settings), tell_mono())
        self.screen = self._make_screen(worn.theme, floor)
        self._foresight = Foresight(self.screen.stage.foresee)
        self._announcer = Announcer(self.screen.stage.show, self._say)
        self._ticker = Ticker(self.screen.stage.run_ticker, self._has_ticker, self._note_ticker)
        self._bridge = Bridge(self._conduct)
        self._theme_switch = make_theme_switch(settings, self.status, self._bridge.wake)
        self._enrolment = Enrolment(settings, self._bridge.wake)
        self._alarm = Alarm(self._conduct, tell_mono)
        senses = Senses(self._services.perceive, self._services.next_due)
        self.conductor = Conductor(floor, self._make_orders(), senses, read_instant, self._bridge.wake)

    def _make_screen(self, theme: Theme, floor: Floor) -> Screen:
        settings, observer = self._settings, self._observer
        name = f"{settings.store.id} {settings.screen.id}"
        brand, has_clock = settings.store.name or "", settings.night.shows == "clock"
        place = Place(settings.nfc.side, observer.keys, name, brand, night_clock=has_clock)
        tell_local = partial(tell_wall, floor.rules.time_zone)
        ports = Ports(
            self._givens.find_file,
            self._note_presented,
            observer.on_key,
            self._refuse,
            tell_local,
            settings.loop.sound,
            lambda is_there: self.status.set_fault("display", None if is_there else "gone"),
        )
        # The core is pure: what it will say can be asked before it counts.
        foreseen = advance(floor, self._loop_source.state(), read_instant()).floor.scene
        return Screen(settings.display, theme, place, ports, foreseen)

    def _make_orders(self) -> Orders:
        services = self._services
        return Orders(
            attend=self._attend,
            show=self._show,
            save=services.save,
            announce=self._announcer.announce,
            answer_screenshot=Screenshots(self.screen.send_screenshot, services.answer).serve,
            call_advisor=services.call_advisor,
            run_ticker=self._ticker.run,
            wake_at=self._alarm.set_for,
            remember=lambda shown: self._announcer.do_after(lambda: services.remember(shown)),
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
        self._loop_source.open(self.conductor.post)
        self._conduct()
        self.screen.show(fullscreen=self._settings.display.fullscreen)

    def leave(self) -> None:
        """End `run`."""
        self._application.exit()  # and not `quit`, which asks the window, and that stays

    def close(self) -> None:
        """Write what was tapped, say goodbye, close the window."""
        self._enrolment.stop()
        self._services.close()
        self._bridge.close()
        self._alarm.close()
        self.screen.close()
        self._lock.release()

    def _conduct(self) -> None:
        self.status.set_fault("clock", self._clock_watch.look(read_instant()))
        self.conductor.conduct()
        if self._is_seen:
            self._foresight.look(self.conductor.floor, read_instant())
        self._theme_switch.bring(self.screen.dress)
        self._enrolment.bring(self.screen.stage.view.enrolment_view.fill, self._application.exit)
        self._ticker.look()
        self._services.catch_up()

    def _make_services(self) -> Opened:
        # Loading the network's modules takes longer than the first frame, which waits for nobody.
        load_requests()
        from kiosk.app.rooms.folder import make_folder  # noqa: PLC0415 # as said above
        from kiosk.app.rooms.presence import make_presence  # noqa: PLC0415 # as said above
        from kiosk.app.services import Services  # noqa: PLC0415 # as said above

        # Nobody is near before there is a feed.
        self.conductor.post(recall_shoppers(self._givens.remembered))
        wake, open_reader = self._bridge.wake, self._observer.open_reader
        services = Services(self._givens, self._loop_source.post, wake, self._theme_switch, open_reader)
        presence = make_presence(self._givens, services.feed)
        return Opened(services, presence, make_folder(self._givens, self._loop_source))

    def _note_open(self) -> None:
        self._bridge.wake()
        self._when_open()
        trim_memory()

    def _note_closed(self) -> None:
        """Without the services nobody asks the API; the first answer of it clears this."""
        self.status.set_fault("api", "stumbled")

    def _attend(self, event: Event) -> None:
        if isinstance(event, CatalogueChanged) and self._is_seen:
            self._prepare(event.catalogue, event.playlist)
        elif isinstance(event, ShopperNear):
            guest = self.conductor.floor.shoppers.get(event.shopper)
            # A thread that is woken before the frame takes Python's lock from it.
            self._announcer.do_after(lambda: self._services.welcome(guest))
        elif isinstance(event, ShowFailed) and not event.lacks_picture:
            self.status.set_fault("catalogue", "unshowable")

    def _prepare(self, catalogue: Catalogue, playlist: tuple[Item, ...]) -> None:
        offers = catalogue.list_for(frozenset(self._settings.screen.zones))
        self.screen.stage.prepare(offers, playlist).add_done_callback(lambda _done: trim_memory())

    def _show(self, scene: Scene) -> bool:
        if not self.screen.stage.has_picture(scene):
            return False
        self.status.set_scene(type(scene).__name__.lower())
        self._announcer.show(scene)
        return True

    def _note_presented(self, showing: int, swapped_at: float) -> None:
        self._announcer.note_presented(showing, swapped_at)
        floor = self.conductor.floor
        self._observer.on_seen(floor.scene)
        if not self._is_seen:
            self._is_seen = True
            self._prepare(floor.catalogue, floor.loop.playlist)
            if self._enrolment.is_due:
                self._enrolment.start()
            else:
                self._services.open(self._make_services, self._note_open, self._note_closed)
            self._serve_hands_and_ears()

    def _serve_hands_and_ears(self) -> None:
        """After the first frame: where it is wanted, what plays and speaks takes longer to load than a frame."""
        from kiosk.screen.display.touch_screen import is_touch_wanted  # noqa: PLC0415 # as said above

        display = self._settings.display
        self.screen.attend(display)
        if is_touch_wanted(display.touch):
            languages = len(self._settings.screen.languages)
            self.screen.offer_touch(self._note_wish, languages, calls=display.advisor)

    def _note_wish(self, wish: Wish) -> None:
        self.conductor.post(Touched(wish, tell_mono()))

    def _refuse(self, sha256: str) -> None:
        """Runs on any thread. The next sync fetches what rotted on the disk, and says that all is well."""
        self._givens.refuse_file(sha256)
        self._loop_source.drop_file(sha256)
        self.status.set_fault("media", "unavailable")

    def _has_ticker(self) -> bool:
        return self.screen.worn.tokens.ticker != "none"

    def _note_ticker(self, items: tuple[str, ...]) -> None:
        self._announcer.do_after(lambda: self._services.note_ticker(items, read_instant()))

    def _say(self, announcement: Announcement, swapped_at: float) -> None:
        self._observer.on_said(announcement, swapped_at)
        self._services.say(announcement, swapped_at)


def open_screen(
    settings: Settings, observer: Observer = NOBODY, when_open: Callable[[], None] = lambda: None
) -> Vitrine:
    """Make the screen; raises `KioskError` where a setting cannot be used."""
    return Vitrine(settings, observer, when_open)
