from datetime import date

from msgspec.structs import replace

from kiosk.contract.offer import Audience, Offer
from kiosk.offers.ranking import BY_PRIORITY, Choice, list_best_tier, rank_by_priority
from kiosk.offers.shown import NOTHING_SHOWN
from tests.offers.test_eligibility import SITUATION

TITLE = {"de": "Titel"}
PLAIN = Offer("plain", TITLE)
MEANT = Offer("meant", TITLE, audience=Audience(all=("a",)))
MEANT_TOO = Offer("meant-too", TITLE, audience=Audience(all=("a",)))
URGENT = Offer("urgent", TITLE, priority=3)
FRESH = replace(SITUATION, shown=NOTHING_SHOWN)


def test_priority_decides_first() -> None:
    assert rank_by_priority([PLAIN, MEANT, URGENT], FRESH).offer == URGENT


def test_among_equals_the_one_that_is_meant_for_somebody_comes_first() -> None:
    assert rank_by_priority([PLAIN, MEANT], FRESH).offer == MEANT


def test_then_the_one_that_was_shown_least_and_last_the_id() -> None:
    shown = NOTHING_SHOWN.record(None, "meant", date(2026, 11, 23), 900.0)
    assert rank_by_priority([MEANT, MEANT_TOO], replace(FRESH, shown=shown)).offer == MEANT_TOO
    assert rank_by_priority([MEANT_TOO, MEANT], FRESH).offer == MEANT


def test_a_rule_without_chance_says_so() -> None:
    assert rank_by_priority([PLAIN], FRESH) == Choice(PLAIN, BY_PRIORITY, "priority")


def test_the_best_tier_holds_all_that_are_meant_for_somebody_at_the_highest_priority() -> None:
    assert list_best_tier([PLAIN, MEANT, MEANT_TOO]) == [MEANT, MEANT_TOO]
    assert list_best_tier([PLAIN, MEANT, URGENT]) == [URGENT]
