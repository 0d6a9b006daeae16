from pathlib import Path

from kiosk.learning.evaluation.trial import try_coupons, try_off_policy
from tests.doubles.bandit_wheel import write_wheel
from tests.doubles.chance import seed_chance
from tests.doubles.shopping_year import write_shopping_year


def test_the_same_seed_finds_the_same_and_says_how_far_it_is(tmp_path: Path) -> None:
    folder, said = write_shopping_year(tmp_path), list[str]()
    assert try_coupons(folder, 1, said.append) == try_coupons(folder, 1, said.append)
    assert said[:3] == ["reading a year of purchases", "ranking the coupons of each campaign", "judging 16 lists"]


def test_other_policies_are_judged_by_the_wheel_in_the_folder(tmp_path: Path) -> None:
    write_wheel(tmp_path, seed_chance(), rounds=90)
    assert len(try_off_policy(tmp_path, 1, 10, lambda _said: None)) == 6
