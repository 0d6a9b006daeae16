"""Both clocks, turned by hand."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kiosk.fleet.status import Clocks

_BEGAN = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@dataclass
class StillClocks:
    """Seconds since 2026-11-22T09:00:00Z, at which the monotonic clock stood at 0."""

    now: float = 0.0

    def as_clocks(self) -> Clocks:
        return Clocks(mono=lambda: self.now, wall=lambda: _BEGAN + timedelta(seconds=self.now))
