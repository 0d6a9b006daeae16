from pathlib import Path

import pytest

from kiosk.learning.evaluation.bandit_log import read_log
from kiosk.learning.evaluation.off_policy import EXPLORE, ask_log, learn_shares
from tests.doubles.bandit_wheel import ITEMS, PLACES, write_wheel
from tests.doubles.chance import seed_chance


def test_both_policies_are_asked_for_each_audience_and_the_known_truth_is_given(tmp_path: Path) -> None:
    said: list[str] = []
    answers = ask_log(write_wheel(tmp_path, seed_chance()), seed_chance(), 50, said.append)
    assert [(answer.audience, answer.policy) for answer in answers] == [
        (audience, policy) for audience in ("all", "men", "women") for policy in ("the shop's own", "Vitrine's")
    ]
    assert len(said) == 3
    for answer in answers:
        assert answer.estimate.snips.mean > answer.chance.mean, "both prefer the item that is clicked"
        assert (answer.truth is None) == (answer.policy == "Vitrine's")


def test_what_is_clicked_is_shown_more_often_and_everything_now_and_then(tmp_path: Path) -> None:
    log = read_log(write_wheel(tmp_path, seed_chance()), "random", "all")
    shares = learn_shares(log, seed_chance())
    for place in range(1, PLACES + 1):
        assert shares[0, place] > 0.8
        assert sum(shares.get((item, place), 0) for item in range(ITEMS)) == pytest.approx(1)
        assert min(shares.get((item, place), 0) for item in range(ITEMS)) > EXPLORE / ITEMS / 2
