"""What was shown to whom, as far as caps and cooldowns must know it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

HOUR_S = 3600.0


@dataclass(frozen=True, slots=True)
class Tally:
    """How often one offer was shown to one shopper on `day`, and when last (monotonic seconds)."""

    day: date
    count: int
    last: float


@dataclass(frozen=True, slots=True)
class Shown:
    """The screen's memory of a day; recording makes a new one."""

    tallies: Mapping[tuple[str, str], Tally]
    times: Mapping[str, tuple[float, ...]]

    def count_today(self, shopper: str, offer: str, day: date) -> int:
        """How often the shopper saw the offer on that day."""
        tally = self.tallies.get((shopper, offer))
        return tally.count if tally and tally.day == day else 0

    def count_hour(self, offer: str, mono: float) -> int:
        """How often the screen showed the offer in the hour before."""
        return sum(mono - time < HOUR_S for time in self.times.get(offer, ()))

    def is_cooling(self, shopper: str, offer: str, mono: float, cooldown_s: float) -> bool:
        """Whether the shopper saw the offer less than `cooldown_s` seconds ago."""
        tally = self.tallies.get((shopper, offer))
        return tally is not None and mono - tally.last < cooldown_s

    def record(self, shopper: str | None, offer: str, day: date, mono: float) -> "Shown":
        """Remember one showing, and forget what no cap can ask for any more."""
        recent = tuple(time for time in self.times.get(offer, ()) if mono - time < HOUR_S)
        noted = replace(self, times={**self.times, offer: (*recent, mono)})
        if shopper is None:
            return noted
        kept = {key: tally for key, tally in self.tallies.items() if tally.day == day or mono - tally.last < HOUR_S}
        count = self.count_today(shopper, offer, day) + 1
        return replace(noted, tallies={**kept, (shopper, offer): Tally(day, count, mono)})


NOTHING_SHOWN = Shown({}, {})
