"""Makes one screen of all the rooms: the only place that knows every one of them."""

import logging
import os
from collections.abc import Callable

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
from kiosk.app.glass.glass_pulse import BEAT_S, GlassPulse
from kiosk.app.glass.hands import serve_hands_and_ears
from kiosk.app.glass.screenshots import Screenshots
from kiosk.app.glass.ticker import Ticker
from kiosk.app.glass.watchdog import feed_watchdog
from kiosk.app.greeting import introduce
from kiosk.app.late_services import LateServices, Opened
from kiosk.app.loop_source import recall_loop_source
from kiosk.app.memory import trim_memory
from kiosk.app.observer import NOBODY, Observer
from kiosk.app.rooms.screen import Listeners, make_screen
from kiosk.app.theme.switch import make_theme_switch
from kiosk.app.theme.worn import find_worn
from kiosk.contract.playlist import Item
from kiosk.core.advance import advance
from kiosk.core.effects import Announcement
from kiosk.core.events import BoardChanged, CatalogueChanged, Event, ShopperLeft, ShopperNear, ShowFailed
from kiosk.core.glass.scene import Scene
from kiosk.core.loop.play import open_floor
from kiosk.fleet.messages import AnswerMessage
from kiosk.fleet.status import Clocks, Status
from kiosk.loyalty.lean_requests import load_requests
from kiosk.loyalty.recall import recall_shoppers
from kiosk.offers.catalogue import Catalogue
from kiosk.screen.display.application import make_application
from kiosk.screen.gui_thread.alarm import Alarm
from kiosk.screen.gui_thread.bridge import Bridge
from kiosk.screen.gui_thread.signals import SignalWatch
from kiosk.settings import Settings
from kiosk.settings.rules import make_rules
from kiosk.version import VERSION

_log = logging.getLogger(__name__)


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
        self._glass_pulse = GlassPulse(tell_mono)
        self._is_seen = False
        worn = find_worn(settings.theme, settings.state.dir)
        self.status = Status(VERSION, worn.theme.name, self._services.last_heard, Clocks(tell_mono, tell_wall))
        self.status.set_fault("theme", worn.fault)
        if worn.refusal:
            _log.warning("the theme that was chosen is not worn: %s", worn.refusal)
        self._givens = gather_givens(settings, self.status)
        self._lock = StateLock(settings.state.dir)
        self._lock.take()
        self._application = make_application(settings.display)
        self._loop_source = recall_loop_source(self._givens)
        floor = open_floor(make_rules(settings), tell_mono())
        # The core is pure: what it will say can be asked before it counts.
        foreseen = advance(floor, self._loop_source.state(), read_instant()).floor.scene
        listeners = Listeners(self._note_presented, self._refuse)
        self.screen = make_screen(self._givens, worn.theme, observer, listeners, foreseen)
        self._foresight = Foresight(self.screen.stage.foresee)
        self._announcer = Announcer(self.screen.stage.show, self._say)
        self._ticker = Ticker(self.screen.stage.run_ticker, self._has_ticker, self._note_ticker)
        self._bridge = Bridge(self._conduct)
        self._theme_switch = make_theme_switch(settings, self.status, self._bridge.wake)
        self._enrolment = Enrolment(settings, self._bridge.wake)
        self._alarm = Alarm(self._conduct, tell_mono)
        senses = Senses(self._services.perceive, self._services.next_due)
        self.conductor = Conductor(floor, self._make_orders(), senses, read_instant, self._bridge.wake)

    def _make_orders(self) -> Orders:
        services = self._services
        return Orders(
            attend=self._attend,
            show=self._show,
            save=lambda order: services.ask(lambda them: them.save(order)),
            announce=self._announcer.announce,
            answer_screenshot=Screenshots(self.screen.send_screenshot, self._answer).serve,
            call_advisor=lambda order: services.ask(lambda them: them.call_advisor(order)),
            check_in=lambda order: services.ask(lambda them: them.check_in(order)),
            ask_article=lambda order: services.ask(lambda them: them.ask_article(order)),
            run_ticker=self._ticker.run,
            show_shelf=self.screen.stage.show_shelf,
            wake_at=self._alarm.set_for,
            remember=lambda shown: self._announcer.do_after(lambda: services.ask(lambda them: them.remember(shown))),
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

    def _open_late(self) -> Opened:
        # Loading the network's modules takes longer than the first frame, which waits for nobody.
        load_requests()
        from kiosk.app.house import open_house, open_porch, watch_over  # noqa: PLC0415 # as said above

        givens, source, wake, switch = self._givens, self._loop_source, self._bridge.wake, self._theme_switch
        if self._enrolment.is_due:
            return watch_over(open_porch(givens, source, switch), givens, self._glass_pulse)
        # Nobody is near before there is a feed.
        self.conductor.post(recall_shoppers(givens.remembered))
        house = open_house(givens, source, wake, switch, self._observer.open_reader)
        return watch_over(house, givens, self._glass_pulse)

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
        elif isinstance(event, ShopperNear | ShopperLeft):
            self._observer.on_presence(event)
            guest = self.conductor.floor.shoppers.get(event.shopper)
            # A thread that is woken before the frame takes Python's lock from it.
            self._announcer.do_after(lambda: self._services.ask(lambda them: them.note_visit(event, guest)))
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
            self._services.open(self._open_late, self._note_open, self._note_closed)
            serve_hands_and_ears(self.screen, self._settings, self.conductor.post)
            feed_watchdog(os.environ, self.screen.beat)
            self._glass_pulse.note_frame()
            self.screen.beat(BEAT_S, self._glass_pulse.note_frame)

    def _refuse(self, sha256: str) -> None:
        """Runs on any thread. The next sync fetches what rotted on the disk, and says that all is well."""
        self._givens.refuse_file(sha256)
        self._loop_source.drop_file(sha256)
        self.status.set_fault("media", "unavailable")

    def _has_ticker(self) -> bool:
        return self.screen.worn.tokens.ticker != "none"

    def _note_ticker(self, items: tuple[str, ...]) -> None:
        def note() -> None:
            now = read_instant()
            self._services.ask(lambda them: them.note_ticker(items, now))

        self._announcer.do_after(note)

    def _say(self, announcement: Announcement, swapped_at: float) -> None:
        self._observer.on_said(announcement, swapped_at)
        self._services.ask(lambda them: them.say(announcement, swapped_at))

    def _answer(self, answer: AnswerMessage) -> None:
        self._services.ask(lambda them: them.answer(answer))


def open_screen(
    settings: Settings, observer: Observer = NOBODY, when_open: Callable[[], None] = lambda: None
) -> Vitrine:
    """Make the screen; raises `KioskError` where a setting cannot be used."""
    return Vitrine(settings, observer, when_open)
