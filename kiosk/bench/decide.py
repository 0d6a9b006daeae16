"""How long the core takes to choose among very many offers for one of very many shoppers: no Qt, no network."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from time import perf_counter
from zoneinfo import ZoneInfo

from kiosk.bench.assortment import list_offers, make_memory, make_shopper
from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures, Verdict, divide
from kiosk.bench.report import Report
from kiosk.contract.instant import Instant
from kiosk.core.advance import advance
from kiosk.core.events import CatalogueChanged, RankerChanged, ShopperLeft, ShopperNear, ShoppersChanged
from kiosk.core.floor import Floor
from kiosk.core.loop.play import open_floor
from kiosk.core.rules import Rules
from kiosk.learning.ranker import LearntRanker
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.crowd import Crowd
from kiosk.offers.situation import Policy

SIZES = (100, 1_000, 10_000, 100_000)
"""Offers; as many of them are eligible in each."""
JUDGED = 10_000
"""So many offers a screen must decide among in time."""
SHOPPERS = 100_000
ZONE = "bench"
EXPLORE = 0.08
POLICY = Policy(contacts_per_day=1_000, k_anonymity=5)
RULES = Rules("bench", "window-1", frozenset({ZONE}), ("de",), ZoneInfo("Europe/Berlin"), 0, 3600, 0, 1, 600, 1, POLICY)
MIDDAY = datetime(2026, 1, 5, 12, tzinfo=UTC)


class Shop:
    """A floor before which one shopper after the other is shown an offer."""

    def __init__(self, offers: int, crowd: Crowd) -> None:
        catalogue = Catalogue(list_offers(offers, MIDDAY))
        self.floor: Floor = advance(open_floor(RULES, 0.0), CatalogueChanged(catalogue, ()), make_instant(0.0)).floor
        ranker = LearntRanker(make_memory(), RULES.screen, EXPLORE)
        for event in (ShoppersChanged(crowd), RankerChanged(ranker)):
            self.floor = advance(self.floor, event, make_instant(0.0)).floor
        self._mono = 0.0

    def time_decision(self, shopper: str) -> float:
        """The seconds until the shopper's offer is chosen; she leaves before the next comes."""
        self._mono += 1.0
        now, event = make_instant(self._mono), ShopperNear(shopper, ZONE, self._mono)
        began_at = perf_counter()
        step = advance(self.floor, event, now)
        took_s = perf_counter() - began_at
        self.floor = advance(step.floor, ShopperLeft(shopper, ZONE), make_instant(self._mono + 0.5)).floor
        return took_s


def measure_decide(effort: Effort) -> Report:
    """Decisions in small and large shops, in turns."""
    return judge_decide(time_decisions(SIZES, SHOPPERS, effort))


def time_decisions(sizes: tuple[int, ...], shoppers: int, effort: Effort) -> dict[int, list[float]]:
    """The seconds of each decision, by how many offers there are."""
    known = {shopper.key: shopper for shopper in map(make_shopper, range(shoppers))}
    crowd = Crowd(known)
    shops = {size: Shop(size, crowd) for size in sizes}
    times: dict[int, list[float]] = {size: [] for size in sizes}
    chance = Random(1)  # noqa: S311 - the same shoppers in every run
    for _ in range(effort.rounds):
        for size, shop in shops.items():
            times[size] += [shop.time_decision(f"m-{chance.randrange(shoppers)}") for _ in range(effort.events)]
    return times


def make_instant(mono: float) -> Instant:
    """That many seconds after midday."""
    return Instant(mono, MIDDAY + timedelta(seconds=mono), f"i-{mono}")


def judge_decide(times: Mapping[int, list[float]]) -> Report:
    """The curve, the time in a large shop, and what a thousand times as many offers cost."""
    curve = {size: Figures.of(seconds) for size, seconds in times.items()}
    few, many = curve[min(curve)], curve[max(curve)]
    growth = Verdict(f"x as long among {max(curve)} as among {min(curve)} at p50", 1.5, divide(many.p50, few.p50))
    in_time = Verdict(f"ms at p99 among {JUDGED}", 1, curve[JUDGED].p99)
    return Report("decide", {f"offers_{size}": figures for size, figures in curve.items()}, (in_time, growth))
