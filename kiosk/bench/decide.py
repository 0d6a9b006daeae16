"""How long the core takes to choose among very many offers for one of very many shoppers: no Qt, no network."""

from datetime import UTC, datetime, timedelta
from random import Random
from time import perf_counter
from zoneinfo import ZoneInfo

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures, Verdict, divide
from kiosk.bench.report import Report
from kiosk.contract.instant import Instant
from kiosk.contract.offer import Audience, Offer
from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY, Shopper
from kiosk.core.advance import advance
from kiosk.core.events import CatalogueChanged, ShopperLeft, ShopperNear, ShoppersChanged
from kiosk.core.floor import Floor
from kiosk.core.loop import open_floor
from kiosk.core.rules import Rules
from kiosk.offers.catalogue import Catalogue

MANY = (10_000, 100_000)
FEW = (1_000, 10_000)
"""Offers and shoppers."""
ELIGIBLE = 20
"""So many offers share a segment: they are what one shopper may be shown, in the large shop and in the small."""
ZONE = "bench"
RULES = Rules("bench", "window-1", frozenset({ZONE}), ("de",), ZoneInfo("Europe/Berlin"), 0, 3600, 0, 1, 600, 1)
MIDDAY = datetime(2026, 1, 5, 12, tzinfo=UTC)


def measure_decide(effort: Effort) -> Report:
    """Decisions in a large shop and in a small one."""
    count = effort.rounds * effort.events
    return judge_decide(time_decisions(*MANY, count), time_decisions(*FEW, count))


def time_decisions(offers: int, shoppers: int, count: int) -> list[float]:
    """Seconds that each of so many shoppers waits for the decision; each leaves before the next comes."""
    floor, chance = fill_floor(offers, shoppers), Random(1)  # noqa: S311 - the same shoppers in every run
    times: list[float] = []
    for number in range(count):
        shopper, mono = f"m-{chance.randrange(shoppers)}", 1.0 + number
        now = make_instant(mono)
        began_at = perf_counter()
        step = advance(floor, ShopperNear(shopper, ZONE, mono), now)
        times.append(perf_counter() - began_at)
        floor = advance(step.floor, ShopperLeft(shopper, ZONE), make_instant(mono + 0.5)).floor
    return times


def fill_floor(offers: int, shoppers: int) -> Floor:
    """A floor that knows all of them; each shopper has one segment, and each segment `ELIGIBLE` offers."""
    segments = max(1, offers // ELIGIBLE)
    catalogue = Catalogue(
        Offer(f"o-{number}", {"de": f"Angebot {number}"}, audience=Audience(all=(f"s-{number % segments}",)))
        for number in range(offers)
    )
    known = {f"m-{number}": _make_shopper(number, segments) for number in range(shoppers)}
    floor = advance(open_floor(RULES, 0.0), CatalogueChanged(catalogue, ()), make_instant(0.0)).floor
    return advance(floor, ShoppersChanged(known), make_instant(0.0)).floor


def make_instant(mono: float) -> Instant:
    """That many seconds after midday."""
    return Instant(mono, MIDDAY + timedelta(seconds=mono), f"i-{mono}")


def judge_decide(many: list[float], few: list[float]) -> Report:
    """Both, and what ten times as much of everything costs."""
    large, small = Figures.of(many), Figures.of(few)
    growth = Verdict("x a tenth of all at p50, with as many eligible", 1.5, divide(large.p50, small.p50))
    return Report("decide", {"large": large, "small": small}, (Verdict("ms at p99", 1, large.p99), growth))


def _make_shopper(number: int, segments: int) -> Shopper:
    segment = frozenset({f"s-{number % segments}"})
    return Shopper(f"m-{number}", segments=segment, consents=frozenset({PROXIMITY, PERSONAL_OFFERS}))
