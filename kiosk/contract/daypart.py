"""Windows of the week in which an offer or an item of the loop is on."""

from datetime import datetime, timedelta
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_CLOCK = r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?"
Clock = Annotated[str, Meta(pattern=rf"^{_CLOCK}\Z")]
"""Local time of day as `HH:MM` or `HH:MM:SS`."""

ClosingClock = Annotated[str, Meta(pattern=rf"^({_CLOCK}|24:00)\Z")]
"""As `Clock`, or the day's end."""


class Daypart(Struct, frozen=True):
    """A window on some weekdays, in the store's own time: `from` belongs to it, `until` does not.

    No days means every day. `until` at or before `from` runs over midnight and counts for the day it began on.
    Only what a clock on the wall shows counts: in the night in which it is set back, a window over the hour that
    comes twice is open twice, and one over the hour that is left out in spring is not open at all.
    """

    start: Clock = field(name="from", default="00:00")
    until: ClosingClock = "24:00"
    days: tuple[Day, ...] = ()

    def covers(self, local: datetime) -> bool:
        """Whether the store's local time lies in this window."""
        clock, start, until = local.strftime("%H:%M:%S"), _write_out(self.start), _write_out(self.until)
        if start < until:
            return start <= clock < until and self._is_on(local)
        if clock >= start:
            return self._is_on(local)
        return clock < until and self._is_on(local - timedelta(days=1))

    def _is_on(self, day: datetime) -> bool:
        return not self.days or DAYS[day.weekday()] in self.days


def _write_out(clock: Clock) -> str:
    """With its seconds: such texts sort as the times do."""
    return clock if len(clock) == len("00:00:00") else f"{clock}:00"


def is_open(dayparts: tuple[Daypart, ...], local: datetime) -> bool:
    """Whether any window is open; without windows it always is."""
    return not dayparts or any(daypart.covers(local) for daypart in dayparts)
