from collections import Counter

import pytest

from kiosk.offers.posterior import Evidence, Tally
from kiosk.offers.thompson import Lottery, draw, reckon_propensity
from tests.doubles.chance import seed_chance

GOOD = Evidence("good", 0.0, Tally(shown=60, looked=60, tapped=40))
POOR = Evidence("poor", 0.0, Tally(shown=60))
NEW = Evidence("new", 0.0)


def make_lottery(*candidates: Evidence, explore: float = 0.0) -> Lottery:
    return Lottery("p", "seed", "weekday-morning", explore, candidates)


def count_places(lottery: Lottery, draws: int) -> Counter[int]:
    chance = seed_chance()
    return Counter(draw(lottery, chance).place for _ in range(draws))


def test_the_offer_that_did_better_is_chosen_more_often() -> None:
    counts = count_places(make_lottery(POOR, GOOD), 300)
    assert counts[1] > 290


def test_one_of_which_little_is_known_gets_its_chance_without_exploring() -> None:
    assert count_places(make_lottery(POOR, NEW), 300)[1] > 100


def test_exploring_is_uniform_and_says_so() -> None:
    lottery = make_lottery(POOR, GOOD, NEW, explore=1.0)
    counts = count_places(lottery, 600)
    assert min(counts.values()) > 150
    assert draw(lottery, seed_chance()).explored
    assert not draw(make_lottery(POOR), seed_chance()).explored


def test_the_same_seed_draws_the_same() -> None:
    lottery = make_lottery(POOR, GOOD, NEW, explore=0.1)
    assert [draw(lottery, seed_chance(seed)) for seed in range(20)] == [
        draw(lottery, seed_chance(seed)) for seed in range(20)
    ]


@pytest.mark.parametrize("explore", [0.0, 0.08])
def test_propensities_are_how_often_each_is_drawn(explore: float) -> None:
    lottery = make_lottery(
        POOR, NEW, GOOD, Evidence("fair", 1.0, Tally(shown=30, looked=20, tapped=15)), explore=explore
    )
    counts, draws = count_places(lottery, 4000), 4000
    stated = [reckon_propensity(lottery, place, seed_chance(2)) for place in range(4)]
    assert stated == pytest.approx([counts[place] / draws for place in range(4)], abs=0.05)
    assert sum(stated) == pytest.approx(1)


def test_no_propensity_is_ever_nothing() -> None:
    assert reckon_propensity(make_lottery(POOR, GOOD), 0, seed_chance()) > 0


def test_the_only_candidate_is_sure_to_come() -> None:
    assert reckon_propensity(make_lottery(GOOD, explore=0.08), 0, seed_chance()) == pytest.approx(1)
