"""What a store's screens have learnt, counted so that memories can be joined in any order, any number of times.

Each screen counts for itself and its counts only grow: the join of two is the larger of each (a grow-only counter,
Shapiro, Preguica, Baquero and Zawirski, "A comprehensive study of Convergent and Commutative Replicated Data Types",
2011).
"""

from typing import TypeAlias

from msgspec import Struct

from kiosk.offers.posterior import Tally

MOST_OFFERS = 5000
"""So many offers a screen remembers; those that it has not shown for longest go first."""

Cells: TypeAlias = dict[str, Tally]
Offers: TypeAlias = dict[str, Cells]

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
        return Memory({**self.screens, screen: _forget_oldest(offers)})

    def join(self, other: "Memory") -> "Memory":
        """All that either knows."""
        names = [*self.screens, *(name for name in other.screens if name not in self.screens)]
        return Memory({name: _join_offers(self.screens.get(name, {}), other.screens.get(name, {})) for name in names})

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
    names = [*some, *(name for name in others if name not in some)]
    return _forget_oldest({name: _join_cells(some.get(name, {}), others.get(name, {})) for name in names})


def _forget_oldest(offers: Offers) -> Offers:
    return dict(list(offers.items())[-MOST_OFFERS:]) if len(offers) > MOST_OFFERS else offers


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
