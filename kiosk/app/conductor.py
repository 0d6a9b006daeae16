"""Carries events to the core, one at a time, and the core's orders to the rooms."""

import logging
from collections import deque
from collections.abc import Callable
from typing import assert_never

from msgspec import Struct

from kiosk.contract.instant import Instant
from kiosk.core.advance import advance
from kiosk.core.effects import (
    Announcement,
    AnnounceShown,
    AnnounceTap,
    AskArticle,
    CallAdvisor,
    DeclineScreenshot,
    Effect,
    RunTicker,
    SaveBookmark,
    SendCheckIn,
    ShowShelf,
    TakeScreenshot,
    TickerLine,
)
from kiosk.core.events import Event, ShowFailed, Ticked
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Attract, Dark, Notice, Scene
from kiosk.offers.shown import Shown

_log = logging.getLogger(__name__)


class Orders(Struct, frozen=True):
    """Where the core's orders go; each returns at once.

    `show` puts a scene on the glass, or answers that its picture cannot be had; `attend` hears of every event once the
    scene that it led to was handed over, for the rooms that must know of it too; `announce` is told once, after the
    frame that shows it was swapped; `answer_screenshot` answers who asked for one; `run_ticker` puts these lines into
    the ticker; `show_shelf` these prices on the glass; `call_advisor` tells the staff, `check_in` the loyalty system
    who comes in, and `ask_article` asks it what was scanned. `wake_at` asks for `conduct` to be called at a monotonic
    time in seconds, instead of any time asked for before. `remember` is told what was shown whenever that has changed,
    to keep it over a restart.
    """

    attend: Callable[[Event], None]
    show: Callable[[Scene], bool]
    save: Callable[[SaveBookmark], None]
    announce: Callable[[Announcement], None]
    answer_screenshot: Callable[[TakeScreenshot | DeclineScreenshot], None]
    call_advisor: Callable[[CallAdvisor], None]
    check_in: Callable[[SendCheckIn], None]
    ask_article: Callable[[AskArticle], None]
    run_ticker: Callable[[tuple[TickerLine, ...]], None]
    show_shelf: Callable[[ShowShelf], None]
    wake_at: Callable[[float], None]
    remember: Callable[[Shown], None]


class Senses(Struct, frozen=True):
    """Who is near: `perceive` gives what changed by this monotonic time, `next_due` when it wants to be asked again."""

    perceive: Callable[[float], list[Event]]
    next_due: Callable[[], float]


class Conductor:
    """Owns the floor. `post` may be called from any thread, everything else from the one that conducts."""

    def __init__(
        self,
        floor: Floor,
        orders: Orders,
        senses: Senses,
        read_instant: Callable[[], Instant],
        wake: Callable[[], None],
    ) -> None:
        self._floor = floor
        self._orders = orders
        self._senses = senses
        self._read_instant = read_instant
        self._wake = wake
        self._inbox: deque[Event] = deque()
        self._unattended: list[Event] = []
        self._shown: Scene | None = None
        self._remembered = floor.visit.shown

    @property
    def floor(self) -> Floor:
        """The shop floor as it is."""
        return self._floor

    def post(self, event: Event) -> None:
        """Hand in an event, from any thread."""
        self._inbox.append(event)
        self._wake()

    def conduct(self) -> None:
        """Take in all that happened, carry out what follows, and show the scene that it came to."""
        now = self._read_instant()
        effects = [effect for event in self._collect(now) for effect in self._advance(event)]
        effects = self._present(effects)
        # First what must outlive a power cut, then what is said of it.
        self._remember()
        for effect in effects:
            self._carry_out(effect)
        self._attend()
        self._orders.wake_at(min(self._floor.wake_at, self._senses.next_due()))

    def _collect(self, now: Instant) -> list[Event]:
        events = [self._inbox.popleft() for _ in range(len(self._inbox))]
        events += self._senses.perceive(now.mono)
        if now.mono >= self._floor.wake_at:
            events.append(Ticked())
        return events

    def _present(self, effects: list[Effect]) -> list[Effect]:
        """Show the scene; one that cannot be drawn gives way to the next, and is not said to have been shown."""
        while self._floor.scene != self._shown:
            scene = self._shown = self._floor.scene
            failure = self._try_show(scene)
            if failure is None or not _can_give_way(scene):
                break
            effects = [effect for effect in effects if not isinstance(effect, AnnounceShown)]
            effects += self._advance(failure)
        return effects

    def _try_show(self, scene: Scene) -> ShowFailed | None:
        try:
            has_picture = self._orders.show(scene)
        except Exception as error:  # noqa: BLE001 # whatever is wrong with one offer, the loop goes on
            _log.error("a scene could not be drawn: %s", type(error).__name__)  # its text could repeat what came in
            return _name_failure(scene)
        # An offer that a tap on this picture would keep is none the worse for it.
        return None if has_picture else ShowFailed(None, _name_item(scene), lacks_picture=True)

    def _remember(self) -> None:
        if self._floor.visit.shown is not self._remembered:
            self._remembered = self._floor.visit.shown
            self._orders.remember(self._remembered)

    def _advance(self, event: Event) -> tuple[Effect, ...]:
        self._unattended.append(event)
        step = advance(self._floor, event, self._read_instant())
        self._floor = step.floor
        return step.effects

    def _attend(self) -> None:
        events, self._unattended = self._unattended, []
        for event in events:
            self._orders.attend(event)

    def _carry_out(self, effect: Effect) -> None:
        match effect:
            case SaveBookmark():
                self._orders.save(effect)
            case AnnounceShown() | AnnounceTap():
                self._orders.announce(effect)
            case TakeScreenshot() | DeclineScreenshot():
                self._orders.answer_screenshot(effect)
            case CallAdvisor():
                self._orders.call_advisor(effect)
            case SendCheckIn():
                self._orders.check_in(effect)
            case AskArticle():
                self._orders.ask_article(effect)
            case RunTicker():
                self._orders.run_ticker(effect.lines)
            case ShowShelf():
                self._orders.show_shelf(effect)
            case _:
                assert_never(effect)


def _can_give_way(scene: Scene) -> bool:
    """Whether the core has anything else to show: behind a notice, the night and the still there is nothing."""
    return not (isinstance(scene, Notice | Dark) or (isinstance(scene, Attract) and scene.item is None))


def _name_failure(scene: Scene) -> ShowFailed:
    offer = None if isinstance(scene, Notice | Dark) else scene.offer
    return ShowFailed(offer.id if offer else None, _name_item(scene))


def _name_item(scene: Scene) -> str | None:
    return scene.item.id if isinstance(scene, Attract) and scene.item else None
