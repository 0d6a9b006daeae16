from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.domain.pickup.course import Outcome, advance, note_outcome
from kiosk.hub.models.pickup.pickup import Found, PickupLine, State
from kiosk.hub.problem import Problem

STATES: tuple[State, ...] = get_args(State)
FOUND: tuple[Found, ...] = get_args(Found)
WAYS = {
    ("placed", "picking"),
    ("placed", "cancelled"),
    ("picking", "ready"),
    ("picking", "cancelled"),
    ("ready", "handed_over"),
    ("ready", "cancelled"),
}


def make_lines(*found: Found) -> tuple[PickupLine, ...]:
    return tuple(PickupLine("4", "Pen", 1, one) for one in found)


@pytest.mark.parametrize("wanted", STATES)
@pytest.mark.parametrize("state", STATES)
def test_it_goes_its_ways_and_no_others_and_may_be_told_twice(state: State, wanted: State) -> None:
    if state == wanted or (state, wanted) in WAYS:
        assert advance(state, wanted, make_lines("picked")) == wanted
        return
    with pytest.raises(Problem) as refused:
        advance(state, wanted, make_lines("picked"))
    assert (refused.value.status, refused.value.code) == (409, "pickup_elsewhere")


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (("picked", "open"), "pickup_unfinished"),
        (("missing", "missing"), "pickup_empty"),
        (("missing", "substituted"), ""),
        (("missing", "picked"), ""),
    ],
)
def test_it_lies_ready_once_all_was_looked_for_and_something_is_there(found: tuple[Found, ...], code: str) -> None:
    if not code:
        assert advance("picking", "ready", make_lines(*found)) == "ready"
        return
    with pytest.raises(Problem) as refused:
        advance("picking", "ready", make_lines(*found))
    assert refused.value.code == code


def test_what_came_of_a_line_is_noted_at_its_place_and_can_be_noted_anew() -> None:
    lines = make_lines("open", "open")
    replaced = note_outcome("picking", lines, 1, Outcome("substituted", "5"))
    again = note_outcome("picking", replaced, 1, Outcome("missing"))

    assert [(line.found, line.substitute) for line in replaced] == [("open", ""), ("substituted", "5")]
    assert [(line.found, line.substitute) for line in again] == [("open", ""), ("missing", "")]


@pytest.mark.parametrize(("state", "place", "status"), [("ready", 0, 409), ("picking", 2, 404), ("picking", -1, 404)])
def test_no_line_is_noted_of_what_is_not_picked_or_not_there(state: State, place: int, status: int) -> None:
    with pytest.raises(Problem) as refused:
        note_outcome(state, make_lines("open", "open"), place, Outcome("picked"))
    assert refused.value.status == status


@given(st.lists(st.sampled_from(STATES), max_size=12), st.lists(st.sampled_from(FOUND), min_size=1, max_size=3))
def test_whatever_is_told_in_whatever_order_it_is_handed_over_once_and_only_from_ready(
    told: list[State], found: list[Found]
) -> None:
    state: State = "placed"
    way: list[State] = [state]
    for wanted in told:
        try:
            state = advance(state, wanted, make_lines(*found))
        except Problem:
            continue
        if state != way[-1]:
            way.append(state)

    assert way.count("handed_over") <= 1
    assert "handed_over" not in way or way[-2:] == ["ready", "handed_over"]
    assert "ready" not in way or {"picked", "substituted"} & set(found)
