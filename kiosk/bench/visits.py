"""Members who walk up one after another, and how long each waits for her offer."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from time import monotonic, sleep

from kiosk.bench.effort import Effort
from kiosk.bench.publisher import Publisher, write_sighting
from kiosk.bench.said import Said
from kiosk.bench.side import Side
from kiosk.bench.stand import Stand
from kiosk.bench.stock import name_beacon, name_offer
from kiosk.errors import KioskError

JITTER_S = 0.015
"""So that visits do not fall into step with the frames."""
NEAR_M = 0.5
PATIENCE_S = 3.0
START_S = 30.0
TRY_S = 0.5


@dataclass(frozen=True, slots=True)
class Visit:
    """Monotonic seconds: the message was published, the side heard it, the first frame of the offer was swapped."""

    published_at: float
    heard_at: float
    swapped_at: float

    @property
    def seconds(self) -> float:
        """From message to frame."""
        return self.swapped_at - self.published_at

    @property
    def seconds_from_hearing(self) -> float:
        """From when the side heard it: its own part, without the broker's."""
        return self.swapped_at - self.heard_at


class Visits:
    """Walks members up to one side. Each comes once only, so that every one of them is news to the screen."""

    def __init__(self, publisher: Publisher, side: Side, every_s: float, chance: Random) -> None:
        self._publisher = publisher
        self._side = side
        self._every_s = every_s
        self._chance = chance
        self._next = 0

    def warm_up(self, count: int) -> None:
        """Wait until the side listens, and walk up so often. Raises `KioskError` where it shows nothing."""
        until = monotonic() + START_S
        while self.walk_up(TRY_S) is None:
            if monotonic() > until:
                message = "the screen shows no offer: is there a broker that it can reach?"
                raise KioskError(message)
        self.measure(count)

    def measure(self, count: int) -> list[Visit]:
        """So many visits; those whose offer never came are missing."""
        return [visit for _ in range(count) if (visit := self.walk_up(PATIENCE_S))]

    def walk_up(self, patience_s: float) -> Visit | None:
        """One member walks up; `None`: her offer did not come in time."""
        number, self._next = self._next, self._next + 1
        frame = write_sighting(name_beacon(number), NEAR_M)
        published_at = monotonic()
        self._publisher.send(frame)
        shown = self._await(name_offer(number), published_at, patience_s)
        sleep(max(0.0, published_at + self._every_s + self._chance.uniform(-JITTER_S, JITTER_S) - monotonic()))
        return None if shown is None else Visit(published_at, shown.since, shown.at)

    def _await(self, offer: str, published_at: float, patience_s: float) -> Said | None:
        until = published_at + patience_s
        while (said := self._side.hear(until - monotonic())) is not None:
            if said.what == "shown" and said.offer == offer and said.at >= published_at:
                return said
        return None


@contextmanager
def open_visits(stand: Stand, side: Side, effort: Effort) -> Generator[Visits, None, None]:
    """Visits to a side that listens and has shown everything before."""
    publisher = Publisher(stand.broker.host, stand.broker.port, "bench-gateway")
    try:
        visits = Visits(publisher, side, effort.every_s, Random(1))  # noqa: S311 - the same jitter in every run
        visits.warm_up(effort.warm_up)
        yield visits
    finally:
        publisher.close()
