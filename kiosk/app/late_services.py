"""Stands in for the services until they are open: the first picture waits for none, and nothing said is lost."""

from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from msgspec import Struct

from kiosk.app.start_all import start_all
from kiosk.contract.instant import NEVER, Instant
from kiosk.contract.shopper import Shopper
from kiosk.core.effects import Announcement, CallAdvisor, SaveBookmark
from kiosk.core.events import Event
from kiosk.fleet.messages import AnswerMessage
from kiosk.offers.shown import Shown
from kiosk.poller import Poller

if TYPE_CHECKING:
    from kiosk.app.rooms.presence import Presence
    from kiosk.app.services import Services
    from kiosk.signage.watch import FolderWatch

MOST_HELD = 100
"""Of what waits for services, which such that cannot open would else pile up for ever."""
RETRY_S = 10.0
"""So long after a try to make them that failed comes the next."""


class Opened(Struct, frozen=True):
    """All that comes after the first picture; who is listened to and which folder is watched is up to the settings."""

    services: "Services"
    presence: "Presence | None"
    folder: "FolderWatch | None"


class LateServices:
    """The services as the glass's thread knows them; every verb may be called before they are there."""

    def __init__(self, retry_s: float = RETRY_S) -> None:
        self._retry_s = retry_s
        self._begun = ExitStack()
        self._opened: Opened | None = None
        self._opener: Poller | None = None
        self._held: deque[Callable[[Services], None]] = deque(maxlen=MOST_HELD)

    def open(self, make: Callable[[], Opened], when_open: Callable[[], None], stumble: Callable[[], None]) -> None:
        """Make and start them on a thread of their own; `when_open` is called on it once they are.

        Where that fails none of them is left running, `stumble` is called on it, and they are made anew after a while.
        """

        def look() -> None:
            if not self._opened:
                made = make()
                self._begun = start_all(room for room in (made.services, made.folder) if room)
                # What was heard before this is asked for by whoever `when_open` wakes.
                self._opened = made
                when_open()

        self._opener = Poller("opener", look, self._retry_s, stumble)
        self._opener.start()

    def close(self) -> None:
        """Say what is left to say, and end them."""
        if self._opener:
            self._opener.stop(None)
        self.catch_up()
        self._begun.close()

    def say(self, announcement: Announcement, swapped_at: float) -> None:
        """As `Services`; the time is monotonic seconds."""
        self._have(lambda services: services.say(announcement, swapped_at))

    def save(self, order: SaveBookmark) -> None:
        """As `Services`."""
        self._have(lambda services: services.save(order))

    def note_ticker(self, items: tuple[str, ...], now: Instant) -> None:
        """As `Services`."""
        self._have(lambda services: services.note_ticker(items, now))

    def call_advisor(self, order: CallAdvisor) -> None:
        """As `Services`."""
        self._have(lambda services: services.call_advisor(order))

    def answer(self, answer: AnswerMessage) -> None:
        """As `Services`."""
        self._have(lambda services: services.answer(answer))

    def remember(self, shown: Shown) -> None:
        """As `Services`."""
        self._have(lambda services: services.remember(shown))

    def welcome(self, guest: Shopper | None) -> None:
        """As `Services`."""
        self._have(lambda services: services.welcome(guest))

    def catch_up(self) -> None:
        """Have them do what they could not do yet."""
        while self._opened and self._held:
            self._held.popleft()(self._opened.services)

    def _have(self, do: "Callable[[Services], None]") -> None:
        """What is asked of them before they are open is done as soon as they are."""
        self._held.append(do)
        self.catch_up()

    def perceive(self, mono: float) -> list[Event]:
        """Who came and went, at this monotonic time."""
        presence = self._opened and self._opened.presence
        return presence.perceive(mono) if presence else []

    def next_due(self) -> float:
        """When to ask for that again, in monotonic seconds."""
        presence = self._opened and self._opened.presence
        return presence.next_due() if presence else NEVER

    def last_heard(self) -> float | None:
        """When a gateway was heard last, in monotonic seconds; `None`: never."""
        feed = self._opened.services.feed if self._opened else None
        return feed.last_heard if feed else None
