"""What is believed of an offer once it was shown: what its shopper's past promised, corrected by what came of it."""

from datetime import datetime
from math import exp
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from kiosk.contract.offer import Id
from kiosk.offers.situation import Situation

BASE_ODDS = 0.03
"""The odds that a showing is worth something when nothing speaks for the offer."""
PRIOR_SHOWINGS = 8.0
"""What is known of the shopper weighs as much as so many showings of the offer."""
POOLED_SHOWINGS = 20.0
"""What the offer did in all other hours weighs at most as much as so many showings in this one."""

_LOOKED, _TAPPED, _REDEEMED = 0.1, 0.5, 0.4
_NOON, _EVENING = 11, 16
_SATURDAY = 5

MOST_COUNTED = 2**53
"""No counter goes further, whatever other screens say of theirs: up to here a float is exact."""
MOST_AFFINITY = 20.0
"""Far more than any past promises."""
LEAST_DOUBT = 1e-9
"""Beside huge counters the doubt in an offer would round to 0, from which nothing can be drawn."""

Count: TypeAlias = Annotated[int, Meta(ge=0, le=MOST_COUNTED)]
Affinity: TypeAlias = Annotated[float, Meta(ge=0, le=MOST_AFFINITY)]
Cell: TypeAlias = Annotated[str, Meta(pattern=r"^(weekday|weekend)-(morning|midday|evening)\Z")]
Redeemed: TypeAlias = dict[Id, dict[Cell, Count]]
"""How often bookmarks that one screen brought about were redeemed, by their offer and the kind of hour of their tap."""


class Tally(Struct, frozen=True, array_like=True):
    """How often an offer was shown, looked at, tapped for and redeemed, in this order."""

    shown: Count = 0
    looked: Count = 0
    tapped: Count = 0
    redeemed: Count = 0

    @property
    def worth(self) -> float:
        """The sum of what its showings were worth, each from 0 to 1: who redeemed has tapped and looked before."""
        worth = _LOOKED * self.looked + _TAPPED * self.tapped + _REDEEMED * self.redeemed
        return min(worth, float(self.shown))

    def plus(self, other: "Tally") -> "Tally":
        """Both together, as far as a counter goes."""
        return Tally(
            min(self.shown + other.shown, MOST_COUNTED),
            min(self.looked + other.looked, MOST_COUNTED),
            min(self.tapped + other.tapped, MOST_COUNTED),
            min(self.redeemed + other.redeemed, MOST_COUNTED),
        )


class Evidence(Struct, frozen=True):
    """All that is known of one candidate: `here` is its tally in hours of this kind, `elsewhere` in all others."""

    offer: str
    affinity: Affinity
    here: Tally = Tally()
    elsewhere: Tally = Tally()


class Belief(Struct, frozen=True):
    """A Beta distribution over what a showing is worth."""

    alpha: float
    beta: float


def name_cell(situation: Situation) -> Cell:
    """The kind of hour: what is liked in the morning of a working day need not be on a Saturday evening."""
    return name_hour(situation.local)


def name_hour(local: datetime) -> Cell:
    """The kind of hour that this is, by the store's own time."""
    part = "morning" if local.hour < _NOON else "midday" if local.hour < _EVENING else "evening"
    return f"{'weekend' if local.weekday() >= _SATURDAY else 'weekday'}-{part}"


def form_belief(evidence: Evidence) -> Belief:
    """The cell's own tally, shrunk to the offer's mean elsewhere, and that to what the shopper's past promises."""
    elsewhere, here = evidence.elsewhere, evidence.here
    promised = _reckon_share(BASE_ODDS * exp(evidence.affinity))
    pooled = (PRIOR_SHOWINGS * promised + elsewhere.worth) / (PRIOR_SHOWINGS + elsewhere.shown)
    weight = min(PRIOR_SHOWINGS + elsewhere.shown, POOLED_SHOWINGS)
    doubt = weight * (1 - pooled) + here.shown - here.worth
    return Belief(weight * pooled + here.worth, max(doubt, LEAST_DOUBT))


def _reckon_share(odds: float) -> float:
    return odds / (1 + odds)
