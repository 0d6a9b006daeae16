"""What was shown to whom, as far as caps, budgets and cooldowns must know it."""

from bisect import bisect_right
from collections.abc import Container, Mapping
from datetime import date

from msgspec import Struct, structs

from kiosk.contract.offer import Budget, Offer

HOUR_S = 3600.0
DAY_S = 25 * HOUR_S
"""So long a day lasts at most, in autumn, and no cooldown lasts longer."""


class Tally(Struct, frozen=True):
    """How often one offer was shown to one shopper on the day of the `last` time, which is in monotonic seconds."""

    count: int
    last: float


class Today(Struct, frozen=True):
    """How often on `day` each shopper was shown any offer, and each offer was shown to any shopper.

    `since` is its first showing, in monotonic seconds.
    """

    day: date
    since: float = 0.0
    contacts: Mapping[str, int] = {}
    showings: Mapping[str, int] = {}

    def lasts(self, day: date, mono: float) -> bool:
        """Whether it is still the same day, though the calendar says `day`.

        An earlier one comes of a clock that was set back, which frees no cap; nor does a day go on for ever by a clock
        that had run ahead, or that starts at the same time again and again.
        """
        return day <= self.day and mono - self.since < DAY_S


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

    def count_today(self, shopper: str, offer: str, day: date, mono: float) -> int:
        """How often the shopper saw the offer on that day, so far."""
        tally = self.tallies.get((shopper, offer))
        is_of_today = tally is not None and tally.last >= self.today.since and self.today.lasts(day, mono)
        return tally.count if tally and is_of_today else 0

    def count_contacts(self, shopper: str, day: date, mono: float) -> int:
        """How often the shopper saw any offer on that day, so far."""
        return self.today.contacts.get(shopper, 0) if self.today.lasts(day, mono) else 0

    def count_day(self, offer: str, day: date, mono: float) -> int:
        """How often the screen showed the offer on that day, so far."""
        return self.today.showings.get(offer, 0) if self.today.lasts(day, mono) else 0

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
        kept = self if self.today.lasts(day, mono) else _forget(self, day, mono)
        times = kept.times.get(offer, ())
        recent = times[bisect_right(times, mono - HOUR_S) :]
        noted = structs.replace(
            kept, times={**kept.times, offer: (*recent, mono)}, today=_count(kept.today, shopper, offer)
        )
        if shopper is None:
            return noted
        tally = Tally(kept.count_today(shopper, offer, day, mono) + 1, mono)
        return structs.replace(noted, tallies={**kept.tallies, (shopper, offer): tally})

    def hold(self, offer: Offer) -> "Shown":
        """Remember that a bookmark holds a part of the offer's budget, if it has one."""
        if offer.budget is None:
            return self
        count = self.count_held(offer.id, offer.budget) + 1
        return structs.replace(self, held={**self.held, offer.id: Held(offer.budget, count)})

    def forget_past(self, mono: float) -> "Shown":
        """Without what is of no use any more, where nobody came near for so long that nothing was recorded."""
        if not self.tallies or mono - self.today.since < DAY_S:
            return self
        return _forget(self, self.today.day, mono)

    def keep_only(self, shoppers: Container[str]) -> "Shown":
        """Without what was shown to anybody but these: who withdrew is not remembered."""
        if all(shopper in shoppers for shopper, _ in self.tallies):
            return self
        contacts = {shopper: count for shopper, count in self.today.contacts.items() if shopper in shoppers}
        return structs.replace(
            self,
            tallies={key: tally for key, tally in self.tallies.items() if key[0] in shoppers},
            today=structs.replace(self.today, contacts=contacts),
        )


NOTHING_SHOWN = Shown()


def _count(today: Today, shopper: str | None, offer: str) -> Today:
    showings = {**today.showings, offer: today.showings.get(offer, 0) + 1}
    if shopper is None:
        return structs.replace(today, showings=showings)
    contacts = {**today.contacts, shopper: today.contacts.get(shopper, 0) + 1}
    return structs.replace(today, contacts=contacts, showings=showings)


def _forget(shown: Shown, day: date, mono: float) -> Shown:
    """Without the days before; what a cooldown or a cap by the hour can still ask for stays."""
    return structs.replace(
        shown,
        tallies={key: tally for key, tally in shown.tallies.items() if mono - tally.last < DAY_S},
        times={offer: times for offer, times in shown.times.items() if mono - times[-1] < HOUR_S},
        today=Today(day, mono),
    )
