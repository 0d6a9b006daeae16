from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from kiosk.core.effects import AnnounceShown
from kiosk.learning.decision import Decision, find_difference, record_choice
from kiosk.learning.kept_back import count_passed_over, record_kept_back
from kiosk.learning.ranker import LearntRanker
from kiosk.offers.ranking import rank_by_priority
from tests.learning.test_kept_back import CONSIDERED
from tests.learning.test_ranker import BOOTS, LIKED, SOCKS
from tests.offers.test_eligibility import SITUATION

AT = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def decide(number: int = 0) -> Decision:
    choice = LearntRanker(LIKED, f"w-{number}", 0.3)([BOOTS, SOCKS], SITUATION)
    said = AnnounceShown(f"i-{number}", choice.offer.id, None, "proximity", 1.0, choice=choice)
    decision = record_choice(said, AT)
    assert decision is not None
    return decision


def test_every_decision_comes_out_the_same_again() -> None:
    decisions = [decide(number) for number in range(20)]
    assert {decision.chosen_by for decision in decisions} == {"learnt", "explored"}
    assert [find_difference(decision) for decision in decisions] == [None] * 20


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"offer": "mug"}, "another offer is chosen"),
        ({"chosen_by": "priority"}, "it is chosen for another reason"),
        ({"propensity": 0.5}, "its propensity is another"),
        ({"lottery": replace(decide().lottery, policy="older-1")}, "it was made by another policy than thompson-1"),
        ({"lottery": replace(decide().lottery, candidates=())}, "it has no candidates"),
    ],
)
def test_a_record_that_was_changed_is_found_out(changed: dict[str, object], complaint: str) -> None:
    assert find_difference(replace(decide(), **changed)) == complaint


def test_what_was_passed_over_is_recorded_and_takes_no_part_in_the_replay() -> None:
    choice = replace(LearntRanker(LIKED, "w-1", 0.3)([BOOTS, SOCKS], SITUATION), considered=CONSIDERED)
    decision = record_choice(AnnounceShown("i-1", choice.offer.id, None, "proximity", 1.0, choice=choice), AT)
    assert decision
    assert decision.passed_over == count_passed_over(CONSIDERED)
    assert decision.kept_back == record_kept_back(CONSIDERED, ["boots", "socks"])
    assert find_difference(decision) is None


def test_what_nobody_drew_is_no_decision() -> None:
    loop = AnnounceShown("i-1", "boots", "item", "loop", 1.0)
    assert record_choice(loop, AT) is None
    assert record_choice(replace(loop, choice=rank_by_priority([BOOTS], SITUATION)), AT) is None
