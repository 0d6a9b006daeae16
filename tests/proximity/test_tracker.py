from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.core.events import SOMEBODY, ShopperLeft, ShopperNear
from kiosk.proximity.observation import Kind, Observation
from kiosk.proximity.path_loss import reckon_distance
from kiosk.proximity.sighting import Sighting, make_sighting
from kiosk.proximity.tracker import MOST, Tracker
from kiosk.proximity.visit import FORGET_S, Presence
from tests.doubles.presence import play


def _make_tracker() -> Tracker:
    return Tracker(near_m=2.0, far_factor=2.0, dwell_s=0.5, leave_s=8.0)


def _see(distance_m: float, heard_at: float, zone: str = "shoes", shopper: str = "s") -> Sighting:
    return Sighting(shopper, zone, distance_m, heard_at)


def _reach(heard_at: float, zone: str = "shoes") -> Sighting:
    return make_sighting("s", zone, Observation("d", zone, in_reach=True), heard_at)


def _say(events: list[tuple[float, Presence]]) -> list[tuple[float, str, str]]:
    return [(round(at, 2), "near" if isinstance(event, ShopperNear) else "left", event.zone) for at, event in events]


def test_who_is_clearly_near_is_greeted_at_the_first_message() -> None:
    seen = Sighting("s", "shoes", 1.1, 7.0, trigger="t-1")

    assert _make_tracker().observe(seen) == [ShopperNear("s", "shoes", 7.0, "t-1", 1.1)]


def test_who_is_at_the_edge_is_greeted_after_the_dwell_once_heard_again() -> None:
    assert play(_make_tracker(), [_see(1.9, 0)]) == []
    assert _say(play(_make_tracker(), [_see(1.9, 0), _see(1.9, 0.3)])) == [
        (0.5, "near", "shoes"),
        (8.3, "left", "shoes"),
    ]


def test_who_passes_at_the_edge_is_not_greeted() -> None:
    assert play(_make_tracker(), [_see(1.9, 0), _see(9.0, 0.4), _see(9.0, 0.9)]) == []


def test_whose_device_is_only_in_reach_is_not_greeted_however_often_it_is_said() -> None:
    assert play(_make_tracker(), [_reach(0), _reach(1), _reach(2)]) == []
    assert play(_make_tracker(), [_reach(0), _see(45.0, 0.1), _reach(0.2), _see(45.0, 1)]) == []


def test_that_a_device_is_in_reach_is_not_being_heard_again_at_the_edge() -> None:
    assert play(_make_tracker(), [_see(1.9, 0), _reach(0.3), _reach(0.6)]) == []


def test_who_is_near_does_not_leave_by_silence_while_her_device_is_in_reach() -> None:
    words = [_see(1.0, 0), *(_reach(second) for second in (5, 10, 15))]

    assert _say(play(_make_tracker(), words)) == [(0, "near", "shoes"), (23, "left", "shoes")]


def test_who_walks_away_has_left_though_her_device_is_in_reach() -> None:
    walk = [sighting for step in range(12) for sighting in (_see(12.0, 1 + step / 2), _reach(1.1 + step / 2))]

    (_, near), (left_at, _) = play(_make_tracker(), [_see(1.0, 0), *walk])

    assert isinstance(near, ShopperNear)
    assert left_at < 7


def test_who_hovers_between_near_and_far_stays_what_she_was() -> None:
    away = [_see(3.5, second) for second in range(6)]
    back = [_see(1.0, 6), *(_see(3.5, 7 + second) for second in range(6))]

    assert _say(play(_make_tracker(), [*away, *back])) == [(6, "near", "shoes"), (20, "left", "shoes")]


def test_who_walks_away_has_left_within_seconds() -> None:
    walk = [_see(1.0, 0), *(_see(12.0, 1 + step / 2) for step in range(10))]

    (_, near), (left_at, left) = play(_make_tracker(), walk)

    assert (type(near), left) == (ShopperNear, ShopperLeft("s", "shoes"))
    assert left_at <= 4.0


@pytest.mark.parametrize("step_s", [0.1, 0.5, 1.0])
def test_an_approach_is_noticed_within_two_seconds_of_its_step(step_s: float) -> None:
    far = [_see(8.0, step * step_s) for step in range(20)]
    near = [_see(1.0, 20 * step_s + step * step_s) for step in range(20)]

    at, event = play(_make_tracker(), [*far, *near])[0]

    assert isinstance(event, ShopperNear)
    assert at - 20 * step_s <= 2.0


def test_a_walk_up_from_eight_metres_is_one_visit() -> None:
    walk = [_see(max(0.5, 8 - 0.6 * step), 0.5 * step) for step in range(40)]

    assert [what for _, what, _ in _say(play(_make_tracker(), walk))] == ["near", "left"]


def test_a_beacon_that_is_heard_each_ten_seconds_does_not_flap() -> None:
    seldom = [_see(1.0, 10.0 * step) for step in range(10)]

    said = _say(play(_make_tracker(), seldom))

    # Its pace is known from the second message on; the first silence is the setting's.
    assert said == [(0, "near", "shoes"), (8, "left", "shoes"), (10, "near", "shoes"), (125, "left", "shoes")]


def test_a_shopper_is_handed_to_a_nearer_zone_only_after_a_while() -> None:
    both = [_see(1.5 if zone == "shoes" else 0.6, step / 2, zone) for step in range(8) for zone in ("shoes", "bags")]

    said = _say(play(_make_tracker(), [_see(1.0, -1), *both]))

    assert said[:3] == [(-1, "near", "shoes"), (1.5, "left", "shoes"), (1.5, "near", "bags")]


def test_a_shopper_is_not_handed_over_for_a_small_difference() -> None:
    both = [_see(1.0 if zone == "shoes" else 0.8, step / 2, zone) for step in range(8) for zone in ("shoes", "bags")]

    assert {event.zone for _, event in play(_make_tracker(), both)} == {"shoes"}


def test_a_zone_that_fell_silent_hands_over_to_one_that_still_hears() -> None:
    seen = [_see(0.5, 0), *(_see(1.0, float(step), "bags") for step in range(12))]

    said = _say(play(_make_tracker(), seen))

    assert said[:3] == [(0, "near", "shoes"), (8, "left", "shoes"), (8, "near", "bags")]


def test_nothing_is_due_while_nobody_is_near() -> None:
    tracker = _make_tracker()
    tracker.observe(_see(9.0, 0))

    assert tracker.next_due() is None


def test_who_has_long_been_gone_is_forgotten() -> None:
    tracker = _make_tracker()
    tracker.observe(_see(1.0, 0))

    tracker.tick(8.0)
    tracker.tick(FORGET_S + 1)

    assert "'s'" not in repr(vars(tracker))


def test_a_clock_that_steps_back_loses_nobody() -> None:
    tracker = _make_tracker()
    tracker.observe(_see(1.0, 100))

    assert tracker.observe(_see(1.0, 50)) == tracker.tick(40) == []
    assert tracker.tick(108) == [ShopperLeft("s", "shoes")]


def test_more_shoppers_than_can_be_kept_in_mind_are_nobody_until_others_are_forgotten() -> None:
    tracker = _make_tracker()
    for number in range(MOST):
        tracker.observe(_see(9.0, 0.0, shopper=f"s-{number}"))

    assert tracker.observe(_see(1.0, 1.0, shopper="late")) == []
    assert tracker.observe(_see(1.0, FORGET_S + 1, shopper="later")) != []
    assert len(vars(tracker)["_visits"]) == 1


def test_somebody_unknown_is_followed_like_anybody() -> None:
    seen = Sighting(SOMEBODY, "shoes", 0.0, 1.0)

    assert _make_tracker().observe(seen) == [ShopperNear(SOMEBODY, "shoes", 1.0, None, 0.05)]


_STEPS = st.tuples(
    st.sampled_from("st"),
    st.sampled_from(["shoes", "bags", "hats"]),
    st.floats(-15, 15),
    st.floats(-3, 20),
    st.sampled_from(["seen", "seen", "seen", "seen", "left"]),
)
"""Whose device, where, the noise in decibels, the pause before it in seconds, and what is said."""


def _walk_at_random(steps: list[tuple[str, str, float, float, Kind]]) -> list[Sighting]:
    """Each device strays by the noise of its steps; the clock may step back."""
    now, strays, heard = 0.0, Counter[tuple[str, str]](), list[Sighting]()
    for shopper, zone, noise_db, pause_s, kind in steps:
        now += pause_s
        strays[shopper, zone] += round(noise_db)
        distance_m = reckon_distance(-59 - strays[shopper, zone] % 40, -59)
        heard.append(Sighting(shopper, zone, distance_m, now, kind=kind))
    return heard


@given(st.lists(_STEPS, max_size=80))
def test_each_shopper_comes_and_goes_in_turn_and_at_last_is_gone(
    steps: list[tuple[str, str, float, float, Kind]],
) -> None:
    events = [event for _, event in play(_make_tracker(), _walk_at_random(steps))]

    for shopper in "st":
        own = [event for event in events if event.shopper == shopper]
        assert len(own) % 2 == 0
        assert all(isinstance(event, ShopperNear) for event in own[::2])
        assert all(isinstance(event, ShopperLeft) for event in own[1::2])
        assert all(near.zone == left.zone for near, left in list(pairwise(own))[::2])


@given(st.lists(_STEPS, max_size=80))
def test_what_is_due_is_never_in_the_past_and_always_comes_to_something(
    steps: list[tuple[str, str, float, float, Kind]],
) -> None:
    tracker, now = _make_tracker(), 0.0
    for sighting in _walk_at_random(steps):
        now = max(now, sighting.heard_at)
        tracker.observe(sighting)
        tracker.tick(now)
        due = tracker.next_due()
        assert due is None or (due > now and tracker.tick(due) != [])
        now = due or now


@given(st.lists(_STEPS, max_size=40), st.floats(0.001, 1e6))
def test_a_clock_set_back_changes_nothing(steps: list[tuple[str, str, float, float, Kind]], back_s: float) -> None:
    heard = [replace(one, kind="seen") for one in _walk_at_random(steps)]
    tracker = _make_tracker()
    play(tracker, heard)
    tracker.tick(0.0)
    latest = {(one.shopper, one.zone): one.heard_at for one in sorted(heard, key=lambda one: one.heard_at)}
    before = repr(vars(tracker))

    for (shopper, zone), heard_at in latest.items():
        assert tracker.observe(_see(0.1, heard_at - back_s, zone, shopper)) == []
        assert tracker.tick(heard_at - back_s) == []

    assert repr(vars(tracker)) == before
