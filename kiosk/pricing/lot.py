"""Equal pieces of a line, in which a basket is reckoned: what costs the same need not be reckoned twice."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Lot(NamedTuple):
    """`pieces` of the line at this place, each of which costs so many cents by now."""

    line: int
    price: int
    pieces: int


class Cut(NamedTuple):
    """The benefit at this place takes so many cents off each of these pieces."""

    benefit: int
    line: int
    pieces: int
    saving: int


class Taken(NamedTuple):
    """What a benefit did: the lots that it left alone, those that it took, at their new prices, and its cuts."""

    left: list[Lot]
    taken: list[Lot]
    cuts: list[Cut]

    @property
    def saved(self) -> int:
        """What it saves in all, in cents."""
        return sum([pieces * saving for _, _, pieces, saving in self.cuts])


def sort_dearest(lots: Iterable[Lot]) -> list[Lot]:
    """The dearest first, and of equals those of the first line."""
    return sorted(lots, key=lambda lot: (-lot.price, lot.line))


def split_off(lots: Sequence[Lot], count: int) -> tuple[list[Lot], list[Lot]]:
    """The first so many pieces, and those behind them."""
    for place, (line, price, pieces) in enumerate(lots):
        if pieces > count:
            first, rest = list(lots[:place]), list(lots[place + 1 :])
            if count:
                return [*first, Lot(line, price, count)], [Lot(line, price, pieces - count), *rest]
            return first, [lots[place], *rest]
        count -= pieces
    return list(lots), []


def count_pieces(lots: Iterable[Lot]) -> int:
    """How many pieces they are."""
    return sum([pieces for _, _, pieces in lots])


def sum_prices(lots: Iterable[Lot]) -> int:
    """What they cost together, in cents."""
    return sum([price * pieces for _, price, pieces in lots])


def merge_lots(lots: Iterable[Lot]) -> list[Lot]:
    """Lots of one line and price as one."""
    counts: dict[tuple[int, int], int] = {}
    for line, price, count in lots:
        counts[line, price] = counts.get((line, price), 0) + count
    return [Lot(line, price, count) for (line, price), count in counts.items()]
