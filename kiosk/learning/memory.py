"""What a store's screens have learnt, counted so that memories can be joined in any order, any number of times.

Each screen counts for itself and its counts only grow: the join of two is the larger of each (a grow-only counter,
Shapiro, Preguica, Baquero and Zawirski, "A comprehensive study of Convergent and Commutative Replicated Data Types",
2011).
"""

from typing import TypeAlias

from msgspec import Struct

from kiosk.contract.offer import Id
from kiosk.offers.posterior import Cell, Tally

MOST_OFFERS = 5000
"""So many offers a screen remembers of its own; those that it has not shown for longest go first."""
MOST_SHARED = 200
"""So many it remembers of each other screen: all screens of a store show much the same ones."""
MOST_SCREENS = 64
"""Of more screens nothing is remembered: no stranger at the broker may fill the memory."""

Cells: TypeAlias = dict[Cell, Tally]
Offers: TypeAlias = dict[Id, Cells]

_NOTHING = Tally()


class Memory(Struct, frozen=True):
    """Tallies by screen, offer and kind of hour; noting something makes a new one."""

    screens: dict[str, Offers] = {}

    def note(self, screen: str, offer: str, cell: str, gain: Tally) -> "Memory":
        """What this screen has seen come of its showing."""
        offers = dict(self.screens.get(screen, {}))
        cells = dict(offers.pop(offer, {}))
        cells[cell] = cells.get(cell, _NOTHING).plus(gain)
        offers[offer] = cells
        return Memory({**self.screens, screen: _keep_latest(offers, MOST_OFFERS)})

    def join(self, other: "Memory") -> "Memory":
        """All that either knows, as far as there is room for what the other knows."""
        screens = dict(self.screens)
        for name, offers in other.screens.items():
            if name in screens or len(screens) < MOST_SCREENS:
                screens[name] = _join_offers(screens.get(name, {}), offers)
        return Memory(screens)

    def recall(self, offer: str, cell: str) -> tuple[Tally, Tally]:
        """The offer's tally at all screens in this kind of hour, and in all others."""
        here, elsewhere = _NOTHING, _NOTHING
        for offers in self.screens.values():
            for name, tally in offers.get(offer, {}).items():
                if name == cell:
                    here = here.plus(tally)
                else:
                    elsewhere = elsewhere.plus(tally)
        return here, elsewhere


def _join_offers(some: Offers, others: Offers) -> Offers:
    earlier = {name: cells for name, cells in some.items() if name not in others}
    latest = {name: _join_cells(some.get(name, {}), cells) for name, cells in others.items()}
    return _keep_latest({**earlier, **latest}, MOST_SHARED)


def _keep_latest(offers: Offers, most: int) -> Offers:
    return dict(list(offers.items())[-most:]) if len(offers) > most else offers


def _join_cells(some: Cells, others: Cells) -> Cells:
    return {
        name: _join_tallies(some.get(name, _NOTHING), others.get(name, _NOTHING)) for name in sorted({*some, *others})
    }


def _join_tallies(one: Tally, other: Tally) -> Tally:
    return Tally(
        max(one.shown, other.shown),
        max(one.looked, other.looked),
        max(one.tapped, other.tapped),
        max(one.redeemed, other.redeemed),
    )
