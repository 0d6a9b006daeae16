"""What a store's screens have learnt: what this one counted itself, and what the others last said of themselves."""

from typing import TypeAlias

from msgspec import Struct

from kiosk.contract.offer import Id
from kiosk.learning.hearsay import weigh_hearsay
from kiosk.offers.posterior import Cell, Tally

MOST_OFFERS = 5000
"""So many offers a screen remembers of its own; those that it has not shown for longest go first."""
MOST_SHARED = 200
"""So many it remembers of each other screen: all screens of a store show much the same ones."""
MOST_OTHERS = 64
"""So many other screens are remembered; who has said nothing new for longest goes first, so that no stranger who comes
early keeps out who speaks later."""

Cells: TypeAlias = dict[Cell, Tally]
Offers: TypeAlias = dict[Id, Cells]

_NOTHING = Tally()


class Memory(Struct, frozen=True):
    """Tallies by screen, offer and kind of hour; noting or hearing something makes a new one."""

    screens: dict[str, Offers] = {}

    def note(self, screen: str, offer: str, cell: str, gain: Tally) -> "Memory":
        """What this screen has seen come of its showing."""
        offers = dict(self.screens.get(screen, {}))
        cells = dict(offers.pop(offer, {}))
        cells[cell] = cells.get(cell, _NOTHING).plus(gain)
        offers[offer] = cells
        return Memory({**self.screens, screen: _keep_latest(offers, MOST_OFFERS)})

    def hear(self, said: "Memory", own: str) -> "Memory":
        """What others say now takes the place of what they said before, so that a lie lasts until its victim speaks.

        Of the screen `own`, which remembers this, nobody else knows anything.
        """
        told = {name: _keep_latest(offers, MOST_SHARED) for name, offers in said.screens.items() if name != own}
        known = {name: offers for name, offers in self.screens.items() if name not in told}
        mine = {own: known.pop(own)} if own in known else {}
        return Memory({**mine, **dict(list({**known, **told}.items())[-MOST_OTHERS:])})

    def recall(self, offer: str, cell: str, own: str) -> tuple[Tally, Tally]:
        """What the screen `own` may believe of the offer: in this kind of hour, and in all others."""
        here, elsewhere = _split(self.screens.get(own, {}).get(offer, {}), cell)
        told = [_split(offers[offer], cell) for name, offers in self.screens.items() if name != own and offer in offers]
        told_here = weigh_hearsay(tuple(tally for tally, _ in told))
        told_elsewhere = weigh_hearsay(tuple(tally for _, tally in told))
        return here.plus(told_here), elsewhere.plus(told_elsewhere)


def _split(cells: Cells, cell: str) -> tuple[Tally, Tally]:
    """The tally in this kind of hour, and in all others."""
    here, elsewhere = _NOTHING, _NOTHING
    for name, tally in cells.items():
        if name == cell:
            here = tally
        else:
            elsewhere = elsewhere.plus(tally)
    return here, elsewhere


def _keep_latest(offers: Offers, most: int) -> Offers:
    return dict(list(offers.items())[-most:]) if len(offers) > most else offers
