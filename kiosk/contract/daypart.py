"""Windows of the week in which an offer or an item of the loop is on."""

from datetime import datetime, timedelta
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Clock = Annotated[str, Meta(pattern=r"^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00)\Z")]
"""Local time of day as `HH:MM` or `HH:MM:SS`; such texts sort as the times do."""


class Daypart(Struct, frozen=True):
    """A window on some weekdays, in the store's own time: `from` belongs to it, `until` does not.

    No days means every day. `until` at or before `from` runs over midnight and counts for the day it began on.
    """

    start: Clock = field(name="from", default="00:00")
    until: Clock = "24:00"
    days: tuple[Day, ...] = ()

    def covers(self, local: datetime) -> bool:
        """Whether the store's local time lies in this window."""
        clock = local.strftime("%H:%M:%S")
        if self.start < self.until:
            return self.start <= clock < self.until and self._is_on(local)
        if clock >= self.start:
            return self._is_on(local)
        return clock < self.until and self._is_on(local - timedelta(days=1))

    def _is_on(self, day: datetime) -> bool:
        return not self.days or DAYS[day.weekday()] in self.days


def is_open(dayparts: tuple[Daypart, ...], local: datetime) -> bool:
    """Whether any window is open; without windows it always is."""
    return not dayparts or any(daypart.covers(local) for daypart in dayparts)
