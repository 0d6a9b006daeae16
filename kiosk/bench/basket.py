"""How long it takes to price a full basket, and how often that surely is the best price."""

from collections.abc import Callable
from random import Random
from time import process_time

from msgspec import Struct

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures, Verdict, divide
from kiosk.bench.hub.basket import time_baskets
from kiosk.bench.report import Report, Value
from kiosk.bench.trolley import fill_trolley, print_leaflet, print_riddle
from kiosk.hub.serve import spare_loaded
from kiosk.pricing.basket import Basket
from kiosk.pricing.benefit import Benefit
from kiosk.pricing.price import price_basket

IN_TIME_MS = 50.0


class Prices(Struct, frozen=True):
    """The processor's times, and of how many baskets of a hundred a better price is not ruled out."""

    times: Figures
    in_doubt_percent: float
    most_doubt_percent: float

    def __str__(self) -> str:
        """One line to read."""
        return (
            f"{self.times}, {self.in_doubt_percent:.0f} % in doubt, "
            f"by {self.most_doubt_percent:.0f} % of the saving at most"
        )


def measure_basket(effort: Effort) -> Report:
    """Baskets with a leaflet and with a riddle, priced by themselves; and a basket at the hub, on each database."""
    leaflet, riddle = (time_prices(benefits, effort) for benefits in (print_leaflet, print_riddle))
    return judge_basket(leaflet, riddle, time_baskets(effort))


def time_prices(make: Callable[[Random], list[Benefit]], effort: Effort) -> Prices:
    """Price other baskets each time. Nothing is waited for, so the processor's time is what it takes."""
    chance = Random(1)  # noqa: S311 - the same baskets in every run
    _time_price(fill_trolley(chance), make(chance))  # the first one loads what is loaded late
    spare_loaded()  # as the hub does once all is loaded
    seconds, doubts = list[float](), list[float]()
    for _ in range(effort.rounds * effort.events):
        taken, doubt = _time_price(fill_trolley(chance), make(chance))
        seconds.append(taken)
        doubts.append(doubt)
    in_doubt = divide(sum(doubt > 0 for doubt in doubts), len(doubts))
    return Prices(Figures.of(seconds), 100 * in_doubt, 100 * max(doubts))


def _time_price(basket: Basket, benefits: list[Benefit]) -> tuple[float, float]:
    """The seconds, and by which part of what it saves another combination might save more."""
    began_at = process_time()
    priced = price_basket(basket, benefits)
    return process_time() - began_at, divide(float(priced.doubt), float(priced.saved))


def judge_basket(leaflet: Prices, riddle: Prices, at_hub: dict[str, Figures]) -> Report:
    """Whether a price is there in time, and is the best where a shop prints its benefits as shops do."""
    verdicts = (
        Verdict("ms at p99 with a leaflet", IN_TIME_MS, leaflet.times.p99),
        Verdict("ms at p99 with a riddle", IN_TIME_MS, riddle.times.p99),
        Verdict("% in doubt with a leaflet", 0, leaflet.in_doubt_percent),
    )
    values: dict[str, Value] = {"leaflet": leaflet, "riddle": riddle}
    return Report("basket", values | {f"at_hub_{place}": figures for place, figures in at_hub.items()}, verdicts)
