from collections import deque
from dataclasses import dataclass, field

import pytest

from kiosk.contract.answer import Again, Greeted, Refused, Reply
from kiosk.contract.check_in import CheckIn, CheckInAnswer
from kiosk.core.events import Event, OrdersCalled, VisitBegan, WentOut
from kiosk.loyalty.doorman import FRESH_S, PATIENCE_S, RETRY_S, make_doorman
from kiosk.loyalty.errands import Errands
from tests.doubles.taps import make_check_in


@dataclass
class Hub:
    """Answers check-ins as it is told, and then takes them."""

    answers: deque[Reply] = field(default_factory=deque[Reply])
    heard: list[str] = field(default_factory=list[str])
    posted: list[Event] = field(default_factory=list[Event])
    time: float = 0.0

    def take(self, check_in: CheckIn) -> Reply:
        self.heard.append(check_in.id)
        return self.answers.popleft() if self.answers else Greeted(CheckInAnswer())

    def make_doorman(self, *numbers: int) -> Errands[CheckIn]:
        """With these check-ins to deliver."""
        doorman = make_doorman(self.take, lambda: self.time, self.posted.append)
        for number in numbers:
            doorman.send(make_check_in(number))
        return doorman


def test_who_comes_in_is_told_in_order_and_then_it_waits_for_the_next() -> None:
    hub = Hub()
    doorman = hub.make_doorman(1, 2)

    assert (doorman.look(), doorman.look()) == (None, None)
    assert hub.heard == ["c-1", "c-2"]
    assert hub.posted == []


def test_by_which_codes_she_is_called_is_said_on_the_glass() -> None:
    hub = Hub(deque([Greeted(CheckInAnswer(("K7Q4", "MNA6"), offer="mug"))]))

    assert hub.make_doorman(1).look() is None
    assert hub.posted == [OrdersCalled(("K7Q4", "MNA6"), "mug")]


@pytest.mark.parametrize(("age_s", "posted"), [(0.0, [VisitBegan()]), (FRESH_S, [])])
def test_who_just_came_is_greeted_and_who_has_gone_by_is_not(age_s: float, posted: list[Event]) -> None:
    hub = Hub(deque([Greeted(CheckInAnswer(begins=True))]))
    doorman = hub.make_doorman(1)
    hub.time = age_s

    assert doorman.look() is None
    assert hub.posted == posted


def test_what_the_network_lost_is_told_again_within_a_minute_and_then_never() -> None:
    hub = Hub(deque([Again("timeout"), Again("timeout")]))
    doorman = hub.make_doorman(1)
    waits = [doorman.look(), doorman.look()]
    hub.time = PATIENCE_S

    assert [*waits, doorman.look()] == [RETRY_S, RETRY_S, None]
    assert hub.heard == ["c-1", "c-1"]


def test_what_was_refused_is_not_told_again() -> None:
    hub = Hub(deque([Refused(404, "no_door")]))
    doorman = hub.make_doorman(1, 2)

    assert doorman.look() is None
    assert hub.heard == ["c-1", "c-2"]


def test_it_begins_to_tell_as_soon_as_somebody_comes() -> None:
    hub = Hub()
    doorman = hub.make_doorman(1)
    doorman.start()
    doorman.stop()

    assert hub.heard == ["c-1"]
    assert [worker.name for worker in doorman.workers] == ["check-ins"]


@pytest.mark.parametrize(("age_s", "posted"), [(0.0, [WentOut()]), (FRESH_S, [])])
def test_who_just_goes_is_bid_farewell(age_s: float, posted: list[Event]) -> None:
    hub = Hub(deque([Greeted(CheckInAnswer(goes=True))]))
    doorman = hub.make_doorman(1)
    hub.time = age_s

    assert doorman.look() is None
    assert hub.posted == posted
