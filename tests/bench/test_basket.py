from kiosk.bench.basket import Prices, judge_basket, time_prices
from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures
from kiosk.bench.trolley import print_leaflet

SURE = Prices(Figures(2, 4, 5, 6), 0, 0)
UNSURE = Prices(Figures(2, 40, 50, 60), 50, 20)


def test_each_basket_is_timed() -> None:
    prices = time_prices(print_leaflet, Effort(rounds=2, events=1))

    assert prices.times.count == 2
    assert prices.in_doubt_percent == 0


def test_what_counts_is_a_price_in_time_and_that_it_is_the_best() -> None:
    report = judge_basket(SURE, UNSURE, {"sqlite": Figures(2, 4, 5, 6)})

    assert [verdict.is_met for verdict in report.verdicts] == [True, False, True]
    assert list(report.values) == ["leaflet", "riddle", "at_hub_sqlite"]
    assert str(UNSURE).endswith("50 % in doubt, by 20 % of the saving at most")
