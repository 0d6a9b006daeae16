"""Times what runs in the ticker, where many lines are at once: each from when it came until it goes."""

from collections.abc import Sequence

from msgspec import Struct

from kiosk.contract.instant import Instant
from kiosk.playlog.entry import Showing

LONGEST_S = 3600.0
"""A line that runs on and on is told each hour, so that a power cut costs no more."""


class _Run(Struct, frozen=True):
    began: Instant
    impression: str


class TickerWatch:
    """Knows the items that run, and since when."""

    def __init__(self) -> None:
        self._runs: dict[str, _Run] = {}

    def change(self, items: Sequence[str], now: Instant) -> list[Showing]:
        """These run from now on; what ended by that."""
        gone = [item for item in self._runs if item not in items]
        ended = [self._end(item, now) for item in gone]
        for number, item in enumerate(items):
            self._runs.setdefault(item, _Run(now, f"{now.fresh_id}.{number}"))
        return ended

    def look(self, now: Instant) -> list[Showing]:
        """The same run on; those that do so for long are told, and counted anew."""
        long = [item for item, run in self._runs.items() if now.mono - run.began.mono >= LONGEST_S]
        running = tuple(self._runs)
        return [*self.change([item for item in running if item not in long], now), *self.change(running, now)]

    def _end(self, item: str, now: Instant) -> Showing:
        run = self._runs.pop(item)
        seconds = round(max(0.0, now.mono - run.began.mono), 3)
        return Showing(run.impression, run.began.wall, seconds, "loop", None, item, place="ticker")
