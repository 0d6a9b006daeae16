from kiosk.core.effects import AnnounceShown, AnnounceTap, TapOutcome
from kiosk.learning.feedback import LOOKED_S, Feedback, Gain
from kiosk.learning.ranker import LearntRanker
from kiosk.offers.posterior import Tally
from tests.learning.test_ranker import BOOTS, CELL, LIKED
from tests.offers.test_eligibility import SITUATION

CHOICE = LearntRanker(LIKED, "w-1", 0.0)([BOOTS], SITUATION)
OFFERED = AnnounceShown("i-1", "boots", None, "proximity", 1.0, choice=CHOICE)
LOOP = AnnounceShown("i-2", "mug", "item", "loop", 1.0)
TAPPED = AnnounceTap("b-1", "boots", TapOutcome.SAVED, 2.0)
SHOWN = Gain("boots", CELL, Tally(shown=1))
LOOKED = Gain("boots", CELL, Tally(looked=1))


def test_an_offer_that_stays_was_looked_at() -> None:
    feedback = Feedback()
    assert feedback.take_shown(OFFERED, 1.0) == [SHOWN]
    assert feedback.take_shown(LOOP, 1.0 + LOOKED_S) == [LOOKED]


def test_one_that_she_walked_by_was_not() -> None:
    feedback = Feedback()
    feedback.take_shown(OFFERED, 1.0)
    assert feedback.take_shown(OFFERED, LOOKED_S) == [SHOWN]


def test_a_tap_counts_once_and_as_a_look() -> None:
    feedback = Feedback()
    feedback.take_shown(OFFERED, 1.0)
    assert feedback.take_tap(TAPPED) == [Gain("boots", CELL, Tally(looked=1, tapped=1))]
    assert feedback.take_tap(TAPPED) == []
    assert feedback.take_shown(LOOP, 60.0) == []


def test_what_was_not_kept_or_not_chosen_counts_for_nothing() -> None:
    feedback = Feedback()
    assert feedback.take_tap(TAPPED) == []
    assert feedback.take_shown(LOOP, 1.0) == []
    assert feedback.take_tap(AnnounceTap("b-2", "mug", TapOutcome.SAVED, 2.0)) == []
    feedback.take_shown(OFFERED, 3.0)
    assert feedback.take_tap(AnnounceTap(None, "boots", TapOutcome.REFUSED, 4.0)) == []
    assert feedback.take_tap(AnnounceTap("b-2", "mug", TapOutcome.SAVED, 4.0)) == []
