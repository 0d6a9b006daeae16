"""Stands in for the services until they are open: the first picture waits for none, and nothing said is lost."""

from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from msgspec import Struct

from kiosk.app.start_all import Room, start_all
from kiosk.contract.instant import NEVER
from kiosk.core.events import Event
from kiosk.poller import Poller

if TYPE_CHECKING:
    from kiosk.app.rooms.presence import Presence
    from kiosk.app.services import Services

MOST_HELD = 100
"""Of what waits for services, which such that cannot open would else pile up for ever."""
RETRY_S = 10.0
"""So long after a try to make them that failed comes the next."""


class Opened(Struct, frozen=True):
    """All that comes after the first picture: `rooms` are what has threads; whom they serve is up to the settings.

    A screen that is not let in yet has no services, and one that listens to nobody no presence.
    """

    rooms: tuple[Room, ...]
    services: "Services | None" = None
    presence: "Presence | None" = None


class LateServices:
    """The services as the glass's thread knows them; all may be asked of them before they are there."""

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
                self._begun = start_all(made.rooms)
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

    def ask(self, do: "Callable[[Services], None]") -> None:
        """Have them do this: now, or as soon as they are open."""
        self._held.append(do)
        self.catch_up()

    def catch_up(self) -> None:
        """Have them do what they could not do yet."""
        services = self._opened and self._opened.services
        while services and self._held:
            self._held.popleft()(services)

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
        services = self._opened and self._opened.services
        return services.feed.last_heard if services and services.feed else None
