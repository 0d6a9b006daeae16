"""Tells from what was said of the glass what came of each offer that was shown."""

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.effects import AnnounceShown, AnnounceTap, TapOutcome
from kiosk.learning.memory import Offers
from kiosk.offers.posterior import Redeemed, Tally

LOOKED_S = 8.0
"""An offer that stayed so long was looked at: it outlasts by some seconds the moment for which it lingers."""


class Gain(Struct, frozen=True):
    """What is to be added to an offer's tally in this kind of hour."""

    offer: str
    cell: str
    tally: Tally


def count_redeemed(redeemed: Redeemed, known: Offers) -> list[Gain]:
    """What lacks in the screen's own tallies of the redemptions of its bookmarks: told again, it is nothing.

    An offer that the screen does not remember to have shown gains nothing: it may be forgotten, for newer ones.
    """
    return [
        Gain(offer, cell, Tally(redeemed=count - counted))
        for offer, cells in redeemed.items()
        if offer in known
        for cell, count in cells.items()
        if count > (counted := known[offer].get(cell, Tally()).redeemed)
    ]


class _Showing(Struct, frozen=True):
    offer: str
    cell: str
    since: float
    is_tapped: bool = False


class Feedback:
    """Follows the glass from announcement to announcement; times are monotonic seconds."""

    def __init__(self) -> None:
        self._showing: _Showing | None = None

    def take_shown(self, said: AnnounceShown, swapped_at: float) -> list[Gain]:
        """Something else is shown now: what had been looked at, and what begins."""
        gains = self._end_showing(swapped_at)
        lottery = said.choice.lottery if said.choice else None
        if said.offer and lottery:
            self._showing = _Showing(said.offer, lottery.cell, swapped_at)
            gains.append(Gain(said.offer, lottery.cell, Tally(shown=1)))
        return gains

    def take_tap(self, said: AnnounceTap) -> list[Gain]:
        """A tap that kept the offer counts once a showing, and as a look, too."""
        showing = self._showing
        if not showing or showing.is_tapped or said.outcome is not TapOutcome.SAVED or said.offer != showing.offer:
            return []
        self._showing = replace(showing, is_tapped=True)
        return [Gain(showing.offer, showing.cell, Tally(looked=1, tapped=1))]

    def _end_showing(self, swapped_at: float) -> list[Gain]:
        showing, self._showing = self._showing, None
        if not showing or showing.is_tapped or swapped_at - showing.since < LOOKED_S:
            return []
        return [Gain(showing.offer, showing.cell, Tally(looked=1))]
