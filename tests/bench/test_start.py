from kiosk.bench.figures import Figures
from kiosk.bench.stand import stock_shop
from kiosk.bench.start import judge_start, start_screen, time_start


def test_the_screen_shows_its_loop_without_any_network() -> None:
    with stock_shop(0) as stock:
        assert 0 < time_start(start_screen(stock)) < 30


def test_the_medians_are_compared() -> None:
    report = judge_start([0.3, 0.5, 0.4], [0.2, 0.2, 9.0])

    assert report.values["bare"] == Figures(3, 200.0, 9000.0, 9000.0)
    assert [verdict.measured for verdict in report.verdicts] == [2.0]
