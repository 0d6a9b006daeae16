from datetime import UTC, datetime
from pathlib import Path

from kiosk.app.givens import gather_givens
from kiosk.app.rooms.learning import make_learning
from kiosk.contract.instant import Instant
from kiosk.core.effects import Announcement, AnnounceShown
from kiosk.core.events import Event, RankerChanged
from kiosk.fleet.status import Clocks, Status
from kiosk.learning.memory import Memory
from kiosk.learning.ranker import LearntRanker
from tests.doubles.notebook import Notebook
from tests.doubles.settings import make_settings
from tests.doubles.shop_floor import BOOTS
from tests.offers.test_eligibility import SITUATION

NOW = Instant(0.0, datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "e-1")


def test_what_was_chosen_is_told_with_its_propensity_and_ranked_by(tmp_path: Path) -> None:
    told: Notebook[tuple[Announcement, float | None]] = Notebook()
    events: Notebook[Event] = Notebook()
    status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: NOW.wall))
    givens = gather_givens(make_settings(tmp_path), status)
    _, learner = make_learning(givens, events.write, lambda said, _now, chance: told.write((said, chance)))
    choice = LearntRanker(Memory(), "window-1", 0.08)([BOOTS], SITUATION)
    shown = AnnounceShown("i-1", "boots", None, "proximity", heard_at=0.0, choice=choice)

    learner.start()
    learner.note(shown, 0.0, NOW)
    learner.stop()

    assert told.read() == [(shown, 1.0)]
    assert any(isinstance(event, RankerChanged) for event in events.read())
