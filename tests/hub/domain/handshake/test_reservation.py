from datetime import datetime, timedelta
from itertools import product
from typing import get_args

import pytest

from kiosk.hub.domain.handshake.reservation import (
    ADDRESS_LIFE,
    WAYS,
    Course,
    State,
    Way,
    advance,
    age,
    find_next,
    place,
    settle,
)
from kiosk.hub.problem import Problem
from tests.hub.running import NOW

HOUR = timedelta(hours=1)
STATES: tuple[State, ...] = get_args(State)
COURSES: dict[Way, tuple[State, ...]] = {
    "reserve": ("reserved", "collected"),
    "store": ("ordered", "ready", "collected"),
    "home": ("ordered", "sent"),
}


def _place(way: Way) -> Course:
    return settle(place(way, NOW, NOW + HOUR))


@pytest.mark.parametrize("way", WAYS)
def test_each_way_goes_through_its_states_to_its_end(way: Way) -> None:
    course = _place(way)
    states = [course.state]
    while (following := find_next(course)) is not None:
        course = advance(course, following)
        states.append(course.state)

    assert tuple(states) == COURSES[way]


@pytest.mark.parametrize(("way", "state"), list(product(WAYS, STATES)))
def test_no_other_state_follows_and_the_same_again_changes_nothing(way: Way, state: State) -> None:
    course = _place(way)
    if state in (course.state, find_next(course)):
        assert advance(course, state).state == state
    else:
        with pytest.raises(Problem, match="another way"):
            advance(course, state)


@pytest.mark.parametrize("until", [None, NOW, NOW - HOUR])
def test_nothing_is_put_aside_for_no_time(until: datetime | None) -> None:
    with pytest.raises(Problem):
        place("reserve", NOW, until)


def test_what_is_put_aside_lapses_at_its_time_unless_it_was_collected() -> None:
    course = _place("reserve")

    assert age(course, NOW + HOUR - timedelta(microseconds=1)) == course
    assert age(course, NOW + HOUR).state == "lapsed"
    assert age(advance(course, "collected"), NOW + HOUR).state == "collected"
    assert find_next(age(course, NOW + HOUR)) is None


def test_an_order_to_her_home_waits_a_day_for_the_address_and_is_not_sent_before() -> None:
    course = place("home", NOW, None)

    assert find_next(course) is None
    with pytest.raises(Problem):
        advance(course, "sent")
    assert age(course, NOW + ADDRESS_LIFE).state == "lapsed"
    assert age(settle(course), NOW + ADDRESS_LIFE).state == "ordered"


def test_only_an_order_to_her_home_waits_for_an_address() -> None:
    for course in (_place("reserve"), _place("store"), age(place("home", NOW, None), NOW + ADDRESS_LIFE)):
        assert settle(course) == course
