from collections.abc import Callable
from datetime import timedelta

import pytest

from kiosk.hub.domain.benefits.coupon import Coupon, State, age, hold, issue, let_go, redeem, release
from kiosk.hub.problem import Problem
from tests.hub.running import NOW

SOON, LATER = NOW + timedelta(minutes=15), NOW + timedelta(days=3)
STATES: dict[State, Coupon] = {
    "issued": issue(LATER),
    "held": hold(issue(LATER), "basket", SOON),
    "redeemed": redeem(issue(LATER), None),
    "released": release(issue(LATER)),
    "expired": age(issue(LATER), LATER),
}
ACTS: dict[str, Callable[[Coupon], Coupon]] = {
    "hold": lambda coupon: hold(coupon, "basket", SOON),
    "hold for another": lambda coupon: hold(coupon, "other", SOON),
    "let go": lambda coupon: let_go(coupon, "basket"),
    "let go of another": lambda coupon: let_go(coupon, "other"),
    "redeem": lambda coupon: redeem(coupon, None),
    "redeem in its basket": lambda coupon: redeem(coupon, "basket"),
    "release": release,
}
OUTCOMES: dict[str, dict[State, State]] = {
    "hold": {"issued": "held", "held": "held"},
    "hold for another": {"issued": "held"},
    "let go": {
        "issued": "issued",
        "held": "issued",
        "redeemed": "redeemed",
        "released": "released",
        "expired": "expired",
    },
    "let go of another": {
        "issued": "issued",
        "held": "held",
        "redeemed": "redeemed",
        "released": "released",
        "expired": "expired",
    },
    "redeem": {"issued": "redeemed", "redeemed": "redeemed"},
    "redeem in its basket": {"issued": "redeemed", "held": "redeemed", "redeemed": "redeemed"},
    "release": {"issued": "released", "released": "released"},
}


def _try(act: str, state: State) -> str:
    """The state after, or why it was refused."""
    try:
        return ACTS[act](STATES[state]).state
    except Problem as problem:
        return problem.code


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", STATES)
def test_each_act_leads_from_each_state_where_the_table_says(act: str, state: State) -> None:
    assert _try(act, state) == OUTCOMES[act].get(state, f"coupon_{state}")


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", STATES)
def test_an_act_that_comes_again_changes_nothing(act: str, state: State) -> None:
    if state in OUTCOMES[act]:
        once = ACTS[act](STATES[state])

        assert ACTS[act](once) == once


def test_a_hold_that_nobody_ended_lapses_and_the_coupon_is_good_again() -> None:
    assert age(STATES["held"], SOON - timedelta(seconds=1)).state == "held"
    assert age(STATES["held"], SOON) == issue(LATER)


def test_a_hold_outlives_the_coupon_but_not_by_a_second() -> None:
    held = hold(issue(NOW + timedelta(minutes=5)), "basket", SOON)

    assert age(held, NOW + timedelta(minutes=6)).state == "held"
    assert age(held, SOON).state == "expired"


@pytest.mark.parametrize("state", ["redeemed", "released", "expired"])
def test_time_changes_nothing_of_a_coupon_at_its_end(state: State) -> None:
    assert age(STATES[state], LATER + timedelta(days=999)) == STATES[state]


def test_a_coupon_without_an_end_never_expires() -> None:
    assert age(issue(None), LATER + timedelta(days=9999)).state == "issued"


def test_to_hold_again_does_not_make_the_hold_longer() -> None:
    assert hold(STATES["held"], "basket", LATER) == STATES["held"]
