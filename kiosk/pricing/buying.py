"""Buy some, get some cheaper: the dearest pieces stand together, so that what is cheaper is as dear as can be."""

from collections.abc import Iterable, Iterator

from kiosk.pricing.act import CheaperOnes
from kiosk.pricing.benefit import Benefit
from kiosk.pricing.cents import reckon_share
from kiosk.pricing.cutting import Saving, cut
from kiosk.pricing.lot import Lot, Taken, count_pieces, sort_dearest, split_off


def take_groups(place: int, benefit: Benefit, act: CheaperOnes, lots: Iterable[Lot]) -> Taken:
    """As many whole groups as there are and as it may have."""
    dearest = sort_dearest(lots)
    times = count_pieces(dearest) // act.size
    times = times if benefit.most is None else min(times, benefit.most)
    grouped, left = split_off(dearest, times * act.size)
    return cut(place, _list_savings(act, grouped), left, benefit.budget_cents)


def _list_savings(act: CheaperOnes, lots: list[Lot]) -> Iterator[Saving]:
    begin = 0
    for line, price, pieces in lots:
        cheaper = _count_cheaper(act, begin + pieces) - _count_cheaper(act, begin)
        begin += pieces
        if cheaper:
            yield Saving(Lot(line, price, cheaper), reckon_share(price, act.hundredths))
        if cheaper < pieces:
            yield Saving(Lot(line, price, pieces - cheaper), 0)


def _count_cheaper(act: CheaperOnes, pieces: int) -> int:
    """How many of the first so many pieces are the cheaper ones of their groups."""
    whole, rest = divmod(pieces, act.size)
    return whole * act.cheaper + max(0, rest - (act.size - act.cheaper))
