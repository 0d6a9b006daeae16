"""Stands in for the services until they are open: the first picture waits for none, and nothing said is lost."""

from collections import deque
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from msgspec import Struct

from kiosk.app.announcer import Announcement
from kiosk.contract.instant import NEVER
from kiosk.contract.shopper import Shopper
from kiosk.core.effects import CallAdvisor, SaveBookmark
from kiosk.core.events import Event
from kiosk.fleet.messages import AnswerMessage
from kiosk.offers.shown import Shown

if TYPE_CHECKING:
    from kiosk.app.rooms.presence import Presence
    from kiosk.app.services import Services
    from kiosk.signage.watch import FolderWatch

MOST_UNSAID = 100
"""Announcements that wait for services, which such that cannot open would else pile up for ever."""


class Opened(Struct, frozen=True):
    """All that comes after the first picture; who is listened to and which folder is watched is up to the settings."""

    services: "Services"
    presence: "Presence | None"
    folder: "FolderWatch | None"


class LateServices:
    """The services as the glass's thread knows them; every verb may be called before they are there."""

    def __init__(self) -> None:
        self._opened: Opened | None = None
        self._opener: Thread | None = None
        self._unsaid: deque[tuple[Announcement, float]] = deque(maxlen=MOST_UNSAID)

    def open(self, make: Callable[[], Opened], when_open: Callable[[], None]) -> None:
        """Make and start them on a thread of their own; `when_open` is called on it once they are."""

        def run() -> None:
            opened = make()
            # Set before they start, for the first thing that they hear may need them.
            self._opened = opened
            opened.services.start()
            if opened.folder:
                opened.folder.start()
            when_open()

        self._opener = Thread(target=run, name="opener", daemon=True)
        self._opener.start()

    def close(self) -> None:
        """Say what is left to say, and end them."""
        if self._opener:
            self._opener.join()
        self.catch_up()
        if self._opened:
            if self._opened.folder:
                self._opened.folder.stop()
            self._opened.services.stop()

    def say(self, announcement: Announcement, swapped_at: float) -> None:
        """What was seen before they are open is said as soon as they are; the time is monotonic seconds."""
        self._unsaid.append((announcement, swapped_at))
        self.catch_up()

    def catch_up(self) -> None:
        """Say what could not be said yet."""
        while self._opened and self._unsaid:
            self._opened.services.say(*self._unsaid.popleft())

    def save(self, order: SaveBookmark) -> None:
        """As `Services`: without them there is no reader yet, and nothing to save."""
        if self._opened:
            self._opened.services.save(order)

    def call_advisor(self, order: CallAdvisor) -> None:
        """As `Services`."""
        if self._opened:
            self._opened.services.call_advisor(order)

    def answer(self, answer: AnswerMessage) -> None:
        """As `Services`."""
        if self._opened:
            self._opened.services.answer(answer)

    def remember(self, shown: Shown) -> None:
        """As `Services`."""
        if self._opened:
            self._opened.services.remember(shown)

    def welcome(self, guest: Shopper | None) -> None:
        """As `Services`."""
        if self._opened:
            self._opened.services.welcome(guest)

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
