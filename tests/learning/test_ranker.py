from collections import Counter
from datetime import timedelta

import pytest
from msgspec.structs import replace

from kiosk.contract.offer import Audience, Offer
from kiosk.learning.memory import Memory
from kiosk.learning.ranker import LearntRanker, draw_again, estimate_propensity
from kiosk.offers.posterior import Tally
from kiosk.offers.thompson import VERSION
from tests.doubles.chance import seed_chance
from tests.offers.test_eligibility import SITUATION

TITLE = {"de": "Titel"}
BOOTS, SOCKS = Offer("boots", TITLE), Offer("socks", TITLE)
URGENT = Offer("urgent", TITLE, priority=1)
MEANT = Offer("meant", TITLE, audience=Audience(any=("a", "b")))
CELL = "weekday-midday"
LIKED = Memory().note("w-2", "socks", CELL, Tally(50, 50, 40)).note("w-2", "boots", CELL, Tally(50))


def count_choices(memory: Memory, explore: float = 0.0) -> Counter[str]:
    ranker = LearntRanker(memory, "w-1", explore)
    times = [replace(SITUATION, local=SITUATION.local + timedelta(seconds=second)) for second in range(200)]
    return Counter(ranker([BOOTS, SOCKS], situation).offer.id for situation in times)


def test_what_was_learnt_at_another_screen_decides_among_equals() -> None:
    assert count_choices(LIKED)["socks"] > 195


def test_a_share_of_choices_is_left_to_chance() -> None:
    assert 10 < count_choices(LIKED, explore=0.5)["boots"] < 90


def test_priority_and_being_meant_for_somebody_still_come_first() -> None:
    ranker = LearntRanker(LIKED, "w-1", 1.0)
    choice = ranker([BOOTS, SOCKS, URGENT], SITUATION)
    assert (choice.offer, choice.chosen_by, choice.policy) == (URGENT, "priority", VERSION)
    assert ranker([BOOTS, SOCKS, MEANT], SITUATION).offer == MEANT


def test_the_order_of_the_candidates_changes_nothing() -> None:
    ranker = LearntRanker(LIKED, "w-1", 0.08)
    assert ranker([BOOTS, SOCKS], SITUATION) == ranker([SOCKS, BOOTS], SITUATION)


def test_a_choice_can_be_drawn_again_with_its_propensity() -> None:
    choice = LearntRanker(LIKED, "w-1", 0.08)([BOOTS, SOCKS], SITUATION)
    lottery = choice.lottery
    assert lottery is not None
    place, chosen_by = draw_again(lottery)
    assert (lottery.candidates[place].offer, chosen_by) == (choice.offer.id, choice.chosen_by)
    assert estimate_propensity(lottery, "socks") == pytest.approx(0.96, abs=0.02)
    assert estimate_propensity(lottery, "socks") == estimate_propensity(lottery, "socks")


def test_nothing_in_a_lottery_names_the_shopper() -> None:
    assert "anna" not in repr(LearntRanker(LIKED, "w-1", 0.08)([BOOTS], SITUATION))


def test_the_offer_that_shoppers_keep_is_found_and_the_others_are_not_forgotten() -> None:
    offers = [Offer(name, TITLE) for name in ("a", "b", "c", "d")]
    rates = {"a": 0.02, "b": 0.3, "c": 0.05, "d": 0.1}
    memory, chance, chosen = Memory(), seed_chance(), list[str]()
    for second in range(600):
        situation = replace(SITUATION, local=SITUATION.local + timedelta(seconds=second))
        offer = LearntRanker(memory, "w-1", 0.08)(offers, situation).offer.id
        kept = int(chance.random() < rates[offer])
        memory = memory.note("w-1", offer, CELL, Tally(1, kept, kept))
        chosen.append(offer)
    late = Counter(chosen[300:])
    assert late["b"] > 200
    assert min(Counter(chosen)[offer.id] for offer in offers) > 5
