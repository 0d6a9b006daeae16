"""Turns the Complete Journey data into tasks: a household, a campaign's coupons, and nothing from after its start."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct

from kiosk.learning.evaluation.journey import Campaign, CampaignType, Journey, Purchase, Redemption
from kiosk.offers.affinity import Traces

FEWEST = 5
"""Campaigns of fewer coupons leave nothing to rank."""


class Task(Struct, frozen=True):
    """What was known of each coupon for this household, and which of them it then redeemed."""

    type: CampaignType
    traces: list[Traces]
    is_redeemed: list[bool]


_Index: TypeAlias = Mapping[object, list[int]]
"""The coupons that are for a thing."""


class _Shelf(Struct, frozen=True):
    """One campaign, looked up from the side of what a household buys."""

    by_product: _Index
    by_type: _Index
    by_category: _Index
    sizes: dict[int, tuple[int, int, int]]
    popularity: dict[int, float]


def list_tasks(journey: Journey) -> Iterator[Task]:
    """A task for each household that redeemed something in a campaign and had bought anything before its start."""
    redeemed: defaultdict[int, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for redemption in journey.redemptions:
        redeemed[redemption.campaign][redemption.household].add(redemption.coupon)
    for campaign in journey.campaigns:
        if len(campaign.coupons) < FEWEST:
            continue
        shelf = _stock_shelf(campaign, journey)
        for household, coupons in sorted(redeemed[campaign.id].items()):
            past = [one for one in journey.purchases.get(household, []) if one.day < campaign.day]
            if past:
                kept = _count_kept(journey.redemptions, household, campaign.day)
                traces = _trace_coupons(campaign, shelf, past, kept, journey)
                yield Task(campaign.type, traces, [coupon in coupons for coupon in campaign.coupons])


def _stock_shelf(campaign: Campaign, journey: Journey) -> _Shelf:
    products = campaign.coupons
    types = {coupon: {journey.kinds[product] for product in named} for coupon, named in products.items()}
    categories = {coupon: {kind.category for kind in kinds} for coupon, kinds in types.items()}
    sizes = {coupon: (len(products[coupon]), len(types[coupon]), len(categories[coupon])) for coupon in products}
    popularity = _measure_popularity(campaign, journey)
    return _Shelf(_index(products), _index(types), _index(categories), sizes, popularity)


def _index(named: Mapping[int, Iterable[object]]) -> _Index:
    index: defaultdict[object, list[int]] = defaultdict(list)
    for coupon, things in named.items():
        for thing in things:
            index[thing].append(coupon)
    return index


def _measure_popularity(campaign: Campaign, journey: Journey) -> dict[int, float]:
    """The share of the households that were customers by then who had bought anything that the coupon is for."""
    customers: set[int] = set()
    buyers: dict[int, set[int]] = {}
    for product, firsts in journey.first_bought.items():
        buyers[product] = {household for household, day in firsts.items() if day < campaign.day}
        customers |= buyers[product]
    return {
        coupon: len(set[int]().union(*(buyers.get(product, ()) for product in products))) / max(1, len(customers))
        for coupon, products in campaign.coupons.items()
    }


def _count_kept(redemptions: Iterable[Redemption], household: int, day: int) -> Mapping[int, int]:
    kept: defaultdict[int, int] = defaultdict(int)
    for redemption in redemptions:
        if redemption.household == household and redemption.day < day:
            kept[redemption.coupon] += 1
    return kept


def _trace_coupons(
    campaign: Campaign, shelf: _Shelf, past: list[Purchase], kept: Mapping[int, int], journey: Journey
) -> list[Traces]:
    baskets: defaultdict[int, set[int]] = defaultdict(set)
    for purchase in past:
        for coupon in shelf.by_product.get(purchase.product, ()):
            baskets[coupon].add(purchase.basket)
    kinds = journey.kinds
    products = _add_visits(((one.product, one.basket) for one in past), shelf.by_product)
    types = _add_visits(((kinds[one.product], one.basket) for one in past), shelf.by_type)
    categories = _add_visits(((kinds[one.product].category, one.basket) for one in past), shelf.by_category)
    return [
        Traces(
            visits=len(baskets[coupon]),
            product_mean=products[coupon] / shelf.sizes[coupon][0],
            type_mean=types[coupon] / shelf.sizes[coupon][1],
            category_mean=categories[coupon] / shelf.sizes[coupon][2],
            popularity=shelf.popularity[coupon],
            kept=kept.get(coupon, 0),
        )
        for coupon in campaign.coupons
    ]


def _add_visits(bought: Iterable[tuple[object, int]], index: Mapping[object, list[int]]) -> Mapping[int, int]:
    """For each coupon the sum of the visits at which each of these was bought."""
    visits: defaultdict[int, int] = defaultdict(int)
    for name, _ in set(bought):
        for coupon in index.get(name, ()):
            visits[coupon] += 1
    return visits
