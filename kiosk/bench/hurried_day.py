"""A whole day before the screen as the core plays it, by a clock that is always where the next thing happens."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count

from kiosk.bench.hurried_loop import BEGAN
from kiosk.contract.credential import Credential
from kiosk.contract.instant import Instant
from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY, Shopper
from kiosk.core.advance import advance
from kiosk.core.effects import SaveBookmark
from kiosk.core.events import (
    BoardChanged,
    BookmarkSaved,
    CardRefused,
    CardTapped,
    CatalogueChanged,
    Event,
    ReaderChanged,
    ShopperLeft,
    ShopperNear,
    ShoppersChanged,
    Ticked,
    Touched,
)
from kiosk.core.glass.scene import Scene
from kiosk.core.loop.play import open_floor
from kiosk.core.notice.bulletin import Board, Bulletin, Level
from kiosk.core.rules import Rules
from kiosk.core.tap_problem import TapProblem
from kiosk.core.wish import Wish
from kiosk.offers.crowd import Crowd

EVERY_S = 7.0
"""Somebody does something so often."""
SHOPPERS = 200

_CARD = Credential("uid", "c" * 64)
_CONSENTS = frozenset({PROXIMITY, PERSONAL_OFFERS})
_EMERGENCY = Board(store=Bulletin({"de": "Bitte verlassen Sie das Haus", "en": "Please leave"}, Level.EMERGENCY))
_TOUCHES = (Wish.BROWSE, Wish.NEXT, Wish.LANGUAGE, Wish.LARGER, Wish.LOWER, Wish.PREVIOUS, Wish.LEAVE)


class HurriedDay:
    """Shoppers come, tap and go, touch the glass and change its language; now and then there is an emergency."""

    def __init__(self, loop: CatalogueChanged, rules: Rules) -> None:
        self._floor = open_floor(rules, 0.0)
        self._mono = 0.0
        self._due = EVERY_S
        self._moments = 0
        self._zone = min(rules.zones)
        for event in (loop, ShoppersChanged(Crowd(_make_shoppers())), ReaderChanged(ready=True)):
            self._advance(event)

    @property
    def hours(self) -> float:
        """How long the day has been so far."""
        return self._mono / 3600

    def play(self) -> Iterator[Scene]:
        """What is on the glass after each change, without end."""
        for event in self._list_events():
            while self._floor.wake_at < self._due:
                self._mono = max(self._mono, self._floor.wake_at)
                yield from self._change(Ticked())
            self._mono = self._due
            yield from self._change(event)
            self._due += EVERY_S

    def _change(self, event: Event) -> Iterator[Scene]:
        """What is on the glass by this event, where that is something else than before."""
        before = self._floor.scene
        self._advance(event)
        if self._floor.scene != before:
            yield self._floor.scene

    def _advance(self, event: Event) -> None:
        self._moments += 1
        now = Instant(self._mono, BEGAN + timedelta(seconds=self._mono), f"moment-{self._moments}")
        step = advance(self._floor, event, now)
        self._floor = step.floor
        for effect in step.effects:
            if isinstance(effect, SaveBookmark):
                self._advance(BookmarkSaved(effect.bookmark.id))

    def _list_events(self) -> Iterator[Event]:
        """Without end; each as it is at the time that is due when it is asked for."""
        for number in count(1):
            shopper = f"s-{number % SHOPPERS}"
            yield ShopperNear(shopper, self._zone, self._due)
            yield CardTapped(_CARD, self._due) if number % 3 else CardRefused(TapProblem.TORN, self._due)
            yield ShopperLeft(shopper, self._zone)
            if number % 5 == 0:
                yield from (Touched(wish, self._due) for wish in _TOUCHES)
            if number % 50 == 0:
                yield BoardChanged(_EMERGENCY, self._due)
                yield BoardChanged(Board(), self._due)


def _make_shoppers() -> dict[str, Shopper]:
    keys = [f"s-{number}" for number in range(SHOPPERS)]
    return {key: Shopper(key, consents=_CONSENTS) for key in keys}
