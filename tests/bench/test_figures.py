import math

import pytest

from kiosk.bench.figures import Figures, Verdict, divide, find_quantile


@pytest.mark.parametrize(("share", "value"), [(0.5, 50), (0.95, 95), (0.99, 99), (1.0, 100), (0.001, 1)])
def test_a_quantile_is_a_value_that_was_measured(share: float, value: float) -> None:
    assert find_quantile(range(100, 0, -1), share) == value


def test_of_one_time_every_quantile_is_that_time() -> None:
    assert Figures.of([0.0125]) == Figures(1, 12.5, 12.5, 12.5)


def test_of_no_times_no_quantile_is_a_number() -> None:
    assert math.isnan(Figures.of([]).p50)


def test_figures_are_read_on_one_line() -> None:
    assert str(Figures(3, 1.25, 2.0, 30.0)) == "p50 1.2 ms, p95 2.0, p99 30.0 (n=3)"


def test_a_verdict_says_the_target_what_was_measured_and_whether_it_is_met() -> None:
    assert str(Verdict("x bare at p50", 1.15, 1.069)) == "target <= 1.15 x bare at p50: 1.07, met"
    assert str(Verdict("x bare at p50", 1.15, 1.2)) == "target <= 1.15 x bare at p50: 1.20, missed"


def test_what_could_not_be_measured_meets_no_target() -> None:
    assert not Verdict("x bare", 1.15, divide(1.0, 0.0)).is_met


def test_a_verdict_that_is_met_may_still_warn() -> None:
    assert str(Verdict("KiB", 64, 40, warns_at=32)).endswith("40.00, met, but look into it")
    assert str(Verdict("KiB", 64, 32, warns_at=32)).endswith("32.00, met")
    assert str(Verdict("KiB", 64, 65, warns_at=32)).endswith("65.00, missed")
