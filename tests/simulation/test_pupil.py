from kiosk.learning.feedback import LOOKED_S
from kiosk.learning.memory import Memory
from kiosk.learning.ranker import LearntRanker
from kiosk.offers.posterior import Tally
from kiosk.simulation.pupil import Pupil
from tests.learning.test_feedback import LOOP, OFFERED, TAPPED
from tests.learning.test_ranker import CELL


def test_it_knows_nothing_at_first_and_then_what_was_shown_and_tapped() -> None:
    pupil = Pupil("w-1", 0.1)
    assert pupil.rank() == LearntRanker(Memory(), "w-1", 0.1)

    assert pupil.learn(OFFERED, 1.0)
    assert pupil.learn(TAPPED, 2.0)

    assert pupil.rank().memory == Memory().note("w-1", "boots", CELL, Tally(shown=1, looked=1, tapped=1))


def test_what_teaches_nothing_is_told_apart() -> None:
    pupil = Pupil("w-1", 0.1)

    assert not pupil.learn(LOOP, 1.0)
    assert not pupil.learn(TAPPED, 2.0)
    assert not pupil.learn(LOOP, 2.0 + LOOKED_S)
