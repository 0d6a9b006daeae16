"""When and how often a store writes to somebody who did not ask: pure, in the store's own time."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

_DAY = timedelta(days=1)


class QuietHours(Struct, frozen=True):
    """From `begin` until `end`, by the store's clocks, over midnight where that is the earlier one; alike: never."""

    begin: time = time(20)
    end: time = time(8)

    def find_end(self, moment: datetime, zone: ZoneInfo) -> datetime | None:
        """When the quiet that lies over this moment ends; `None`: it is not quiet."""
        local = moment.astimezone(zone)
        if not self._covers(local.time()):
            return None
        day = local.date() if local.time() < self.end else local.date() + _DAY
        return datetime.combine(day, self.end, zone).astimezone(UTC)

    def _covers(self, clock: time) -> bool:
        if self.begin <= self.end:
            return self.begin <= clock < self.end
        return clock >= self.begin or clock < self.end


class Manners(Struct, frozen=True):
    """`per_day` is how many messages that she did not wait for a member gets in a day, by all channels together."""

    quiet: QuietHours = QuietHours()
    per_day: int = 3


def find_midnight(moment: datetime, zone: ZoneInfo) -> datetime:
    """When the store's day began."""
    return datetime.combine(moment.astimezone(zone).date(), time.min, zone).astimezone(UTC)


def find_tomorrow(moment: datetime, zone: ZoneInfo, quiet: QuietHours) -> datetime:
    """The first moment of the store's next day that is not quiet."""
    day = moment.astimezone(zone).date() + _DAY
    begin = datetime.combine(day, time.min, zone).astimezone(UTC)
    return quiet.find_end(begin, zone) or begin
