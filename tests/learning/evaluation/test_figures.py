import pytest

from kiosk.learning.evaluation.figures import Interval, Quality, judge_ranking, resample_mean
from tests.doubles.chance import seed_chance

RIGHT_LAST = [False] * 9 + [True]


def test_a_perfect_ranking_is_perfect() -> None:
    scores = [0.0] * 9 + [1.0]
    assert judge_ranking(scores, RIGHT_LAST, seed_chance()) == Quality(1, 1, 1)


def test_the_worst_ranking_is_the_worst() -> None:
    scores = [float(10 - place) for place in range(10)]
    assert judge_ranking(scores, RIGHT_LAST, seed_chance()) == Quality(0, 1 / 10, 0)


def test_of_several_right_ones_the_first_counts() -> None:
    assert judge_ranking([3, 2, 1], [False, True, True], seed_chance()).mrr == 0.5


def test_equal_scores_are_no_better_than_chance() -> None:
    qualities = [judge_ranking([0.0] * 10, RIGHT_LAST, seed_chance(seed)) for seed in range(60)]
    assert sum(quality.auc for quality in qualities) / 60 == 0.5
    assert sum(quality.hit for quality in qualities) / 60 == pytest.approx(0.5, abs=0.05)
    assert sum(quality.mrr for quality in qualities) / 60 == pytest.approx(0.293, abs=0.05)


def test_an_interval_holds_the_mean_and_narrows_with_more_values() -> None:
    few = resample_mean([0.0, 1.0] * 10, seed_chance())
    many = resample_mean([0.0, 1.0] * 500, seed_chance())
    assert few.low < many.low < 0.5 < many.high < few.high
    assert (few.high - few.low) == pytest.approx(4 * 0.5 / 20**0.5, rel=0.25)
    assert resample_mean([1.0], seed_chance()) == Interval(1, 1, 1)
