"""Drops what a gateway has kept back: an old batch tells who was there, and nobody is greeted for that.

Arrival is when somebody is there; the time in a message serves for this alone. A gateway's clock may be wrong, so it is
held to its own: what it says is late if it lags further behind ours than its freshest word did. A clock is first taken
to be right. One that is not costs its first seconds: as soon as it is seen to run as fast as ours it is believed to be
merely set otherwise, while a batch that was kept back comes all at once.
"""

from msgspec import Struct

from kiosk.proximity.observation import Ignored, Observation

OLD_S = 30.0
PROOF_S = 5.0
"""So long a clock has to run before it is believed: batches come every second, and what was kept back comes faster."""
MOST = 1_000
LATE = Ignored("heard too long before it came")
_PACE = 2.0
"""By this factor it may seem to run faster or slower: stamps are whole seconds, and of the last batch."""


class _Clock(Struct):
    """A gateway's: its least lag behind ours in seconds, and the late word, said and come, that began the doubt."""

    lag_s: float = 0.0
    doubted: tuple[float, float] | None = None


class Lateness:
    """Knows the clocks of the gateways by topic and by zone: a phone has its own topic, a gateway its own name."""

    def __init__(self) -> None:
        self._clocks: dict[tuple[int, str | None], _Clock] = {}

    def is_late(self, topic: str, seen: Observation, come_at: float) -> bool:
        """Whether this was heard too long before it came, at `come_at` in seconds since the epoch.

        Who is only told of now and then may be told of that much later. Without a time of its own nothing is late.
        """
        if seen.said_at is None:
            return False
        clock = self._find_clock(topic, seen.zone)
        lag_s = come_at - seen.said_at
        if lag_s > clock.lag_s + OLD_S + (seen.interval_s or 0.0):
            return not _is_believed(clock, seen.said_at, come_at)
        clock.lag_s, clock.doubted = min(clock.lag_s, lag_s), None
        return False

    def _find_clock(self, topic: str, zone: str | None) -> _Clock:
        # A topic may name a device, which is nothing to keep.
        source = hash(topic), zone
        clock = self._clocks.pop(source, None) or _Clock()
        self._clocks[source] = clock
        if len(self._clocks) > MOST:
            del self._clocks[next(iter(self._clocks))]
        return clock


def _is_believed(clock: _Clock, said_at: float, come_at: float) -> bool:
    """Whether the clock has run since the word that was doubted: then it was set otherwise."""
    began = clock.doubted
    if began is None:
        clock.doubted = said_at, come_at
        return False
    ran_s, waited_s = said_at - began[0], come_at - began[1]
    if waited_s < PROOF_S:
        return False
    if waited_s / _PACE <= ran_s <= waited_s * _PACE:
        clock.lag_s, clock.doubted = come_at - said_at, None
        return True
    clock.doubted = said_at, come_at
    return False
