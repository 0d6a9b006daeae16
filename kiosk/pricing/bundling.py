"""Several parts for one price: the dearest of each part go together first, for they save the most."""

from collections.abc import Iterator, Sequence

from kiosk.pricing.act import BundleAt
from kiosk.pricing.benefit import Benefit
from kiosk.pricing.cutting import Saving, cut, spread_over
from kiosk.pricing.lot import Lot, Taken, count_pieces, sort_dearest, split_off, sum_prices


def take_bundles(place: int, benefit: Benefit, act: BundleAt, parts: Sequence[Sequence[Lot]]) -> Taken:
    """As many bundles as there are and as it may have, while each costs more than its price; `parts` share no lot."""
    left = [sort_dearest(part) for part in parts]
    savings = list[Saving]()
    for bundle, times in _list_bundles(act, left, benefit.most):
        for (line, price, pieces), each in spread_over(bundle, sum_prices(bundle) - act.cents):
            savings.append(Saving(Lot(line, price, times * pieces), each))
    return cut(place, savings, [lot for part in left for lot in part], benefit.budget_cents)


def _list_bundles(act: BundleAt, left: list[list[Lot]], most: int | None) -> Iterator[tuple[list[Lot], int]]:
    """Each bundle in turn and how many equal ones there are, while the pieces leave `left`."""
    times = min(count_pieces(lots) // count for count, lots in zip(act.counts, left, strict=True))
    times = times if most is None else min(times, most)
    while times > 0:
        parts = list(zip(act.counts, left, strict=True))
        bundle = [lot for count, lots in parts for lot in split_off(lots, count)[0]]
        if sum_prices(bundle) <= act.cents:
            return
        equal = min(times, _count_equal(parts))
        left[:] = [split_off(lots, equal * count)[1] for count, lots in parts]
        times -= equal
        yield bundle, equal


def _count_equal(parts: Sequence[tuple[int, Sequence[Lot]]]) -> int:
    """How many bundles the first lot of each part fills by itself; one that needs several lots is alone."""
    return max(1, min(lots[0].pieces // count for count, lots in parts))


def sum_dearest(act: BundleAt, parts: Sequence[Sequence[Lot]]) -> int:
    """What the dearest bundle costs without the benefit, in cents."""
    return sum(
        sum_prices(split_off(sort_dearest(lots), count)[0]) for count, lots in zip(act.counts, parts, strict=True)
    )
