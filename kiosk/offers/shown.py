"""What was shown to whom, as far as caps, budgets and cooldowns must know it."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, structs

from kiosk.contract.offer import Budget, Offer

HOUR_S = 3600.0


class Tally(Struct, frozen=True):
    """How often one offer was shown to one shopper on `day`, and when last (monotonic seconds)."""

    day: date
    count: int
    last: float


class Today(Struct, frozen=True):
    """How often on `day` each shopper was shown any offer, and each offer was shown to any shopper."""

    day: date
    contacts: Mapping[str, int] = {}
    showings: Mapping[str, int] = {}


class Held(Struct, frozen=True):
    """How many bookmarks this screen kept since the loyalty system stated the budget so."""

    budget: Budget
    count: int


class Shown(Struct, frozen=True):
    """The screen's memory of a day; recording makes a new one. `times` are monotonic seconds, in their order."""

    tallies: Mapping[tuple[str, str], Tally] = {}
    times: Mapping[str, tuple[float, ...]] = {}
    today: Today = Today(date.min)
    held: Mapping[str, Held] = {}

    def count_today(self, shopper: str, offer: str, day: date) -> int:
        """How often the shopper saw the offer on that day."""
        tally = self.tallies.get((shopper, offer))
        return tally.count if tally and tally.day == day else 0

    def count_contacts(self, shopper: str, day: date) -> int:
        """How often the shopper saw any offer on that day."""
        return self.today.contacts.get(shopper, 0) if self.today.day == day else 0

    def count_day(self, offer: str, day: date) -> int:
        """How often the screen showed the offer on that day."""
        return self.today.showings.get(offer, 0) if self.today.day == day else 0

    def count_hour(self, offer: str, mono: float) -> int:
        """How often the screen showed the offer in the hour before."""
        times = self.times.get(offer, ())
        return len(times) - bisect_right(times, mono - HOUR_S)

    def count_held(self, offer: str, budget: Budget) -> int:
        """How many bookmarks hold a part of the budget beside those that its statement knows of."""
        held = self.held.get(offer)
        return held.count if held and held.budget == budget else 0

    def is_cooling(self, shopper: str, offer: str, mono: float, cooldown_s: float) -> bool:
        """Whether the shopper saw the offer less than `cooldown_s` seconds ago."""
        tally = self.tallies.get((shopper, offer))
        return tally is not None and mono - tally.last < cooldown_s

    def record(self, shopper: str | None, offer: str, day: date, mono: float) -> "Shown":
        """Remember one showing; on a new day, forget first what no cap can ask for any more."""
        kept = self if self.today.day == day else _forget(self, day, mono)
        times = kept.times.get(offer, ())
        recent = times[bisect_right(times, mono - HOUR_S) :]
        noted = structs.replace(
            kept, times={**kept.times, offer: (*recent, mono)}, today=_count(kept.today, shopper, offer)
        )
        if shopper is None:
            return noted
        tally = Tally(day, kept.count_today(shopper, offer, day) + 1, mono)
        return structs.replace(noted, tallies={**kept.tallies, (shopper, offer): tally})

    def hold(self, offer: Offer) -> "Shown":
        """Remember that a bookmark holds a part of the offer's budget, if it has one."""
        if offer.budget is None:
            return self
        count = self.count_held(offer.id, offer.budget) + 1
        return structs.replace(self, held={**self.held, offer.id: Held(offer.budget, count)})


NOTHING_SHOWN = Shown()


def _count(today: Today, shopper: str | None, offer: str) -> Today:
    showings = {**today.showings, offer: today.showings.get(offer, 0) + 1}
    if shopper is None:
        return Today(today.day, today.contacts, showings)
    return Today(today.day, {**today.contacts, shopper: today.contacts.get(shopper, 0) + 1}, showings)


def _forget(shown: Shown, day: date, mono: float) -> Shown:
    """Without the days before; what happened in the last hour stays."""
    return structs.replace(
        shown,
        tallies={key: tally for key, tally in shown.tallies.items() if mono - tally.last < HOUR_S},
        times={offer: times for offer, times in shown.times.items() if mono - times[-1] < HOUR_S},
        today=Today(day),
    )
