import pytest

from kiosk.learning.evaluation.bandit_log import Round
from kiosk.learning.evaluation.estimators import estimate_value, tell_shares
from tests.doubles.chance import seed_chance

RATES = (0.5, 0.1)


def log_by_chance(rounds: int, seed: int = 1) -> list[Round]:
    """Two items, shown with equal chance in one place; the first is clicked far more often."""
    chance = seed_chance(seed)
    items = [int(chance.random() < 0.5) for _ in range(rounds)]
    return [Round(item, 1, chance.random() < RATES[item], 0.5) for item in items]


def test_what_a_policy_would_have_earned_is_found_by_all_three_within_their_bounds() -> None:
    estimate = estimate_value(log_by_chance(4000), {(0, 1): 0.9, (1, 1): 0.1}, seed_chance(), 200)
    truth = 0.9 * RATES[0] + 0.1 * RATES[1]
    for found in (estimate.ips, estimate.snips, estimate.dr):
        assert found.low < truth < found.high
        assert found.mean == pytest.approx(truth, abs=0.03)


def test_the_logging_policy_itself_is_worth_the_whole_log() -> None:
    log = log_by_chance(500)
    estimate = estimate_value(log, {(0, 1): 0.5, (1, 1): 0.5}, seed_chance(), 50)
    earned = sum(one.is_clicked for one in log) / len(log)
    assert estimate.ips.mean == pytest.approx(earned)
    assert estimate.snips.mean == pytest.approx(earned)
    assert estimate.sample == pytest.approx(500)


def test_one_unlike_the_logging_policy_is_worth_less_of_it() -> None:
    estimate = estimate_value(log_by_chance(1000), {(0, 1): 1.0}, seed_chance(), 50)
    assert estimate.sample == pytest.approx(500, rel=0.1)


def test_a_policy_that_the_log_never_tried_leaves_nothing_to_say() -> None:
    estimate = estimate_value(log_by_chance(100), {(9, 1): 1.0}, seed_chance(), 20)
    assert (estimate.ips.mean, estimate.snips.mean, estimate.sample) == (0, 0, 0)


def test_shares_are_told_place_by_place() -> None:
    log = [Round(item, place, is_clicked=False, propensity=0.5) for item, place in ((0, 1), (0, 1), (1, 1), (1, 2))]
    assert tell_shares(log) == {(0, 1): pytest.approx(2 / 3), (1, 1): pytest.approx(1 / 3), (1, 2): 1}
