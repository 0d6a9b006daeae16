from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.tracker import FORGET_S, Presence, Tracker
from tests.doubles.calm import calmly
from tests.doubles.presence import ZONES, play, read_still_capture


def _make_tracker(near_m: float = 2.0) -> Tracker:
    return Tracker(near_m=near_m, far_factor=2.0, dwell_s=0.5, leave_s=8.0)


def _see(distance_m: float, heard_at: float, zone: str = "shoes", shopper: str = "s") -> Sighting:
    return Sighting(shopper, zone, distance_m, heard_at)


def _say(events: list[tuple[float, Presence]]) -> list[tuple[float, str, str]]:
    return [(round(at, 2), "near" if isinstance(event, ShopperNear) else "left", event.zone) for at, event in events]


def test_who_is_clearly_near_is_greeted_at_the_first_message() -> None:
    seen = Sighting("s", "shoes", 1.1, 7.0, trigger="t-1")

    assert _make_tracker().observe(seen) == [ShopperNear("s", "shoes", 7.0, "t-1", 1.1)]


def test_who_is_at_the_edge_is_greeted_after_the_dwell() -> None:
    assert _say(play(_make_tracker(), [_see(1.9, 0)])) == [(0.5, "near", "shoes"), (8.0, "left", "shoes")]


def test_who_passes_at_the_edge_is_not_greeted() -> None:
    assert play(_make_tracker(), [_see(1.9, 0), _see(9.0, 0.4), _see(9.0, 0.9)]) == []


def test_who_hovers_between_near_and_far_stays_what_she_was() -> None:
    away = [_see(3.5, second) for second in range(6)]
    back = [_see(1.0, 6), *(_see(3.5, 7 + second) for second in range(6))]

    assert _say(play(_make_tracker(), [*away, *back])) == [(6, "near", "shoes"), (20, "left", "shoes")]


def test_who_walks_away_has_left_within_seconds() -> None:
    walk = [_see(1.0, 0), *(_see(12.0, 1 + step / 2) for step in range(10))]

    (_, near), (left_at, left) = play(_make_tracker(), walk)

    assert (type(near), left) == (ShopperNear, ShopperLeft("s", "shoes"))
    assert left_at <= 3.5


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

    assert said[:3] == [(-1, "near", "shoes"), (1.0, "left", "shoes"), (1.0, "near", "bags")]


def test_a_shopper_is_not_handed_over_for_a_small_difference() -> None:
    both = [_see(1.0 if zone == "shoes" else 0.8, step / 2, zone) for step in range(8) for zone in ("shoes", "bags")]

    assert {event.zone for _, event in play(_make_tracker(), both)} == {"shoes"}


def test_a_zone_that_fell_silent_hands_over_to_one_that_still_hears() -> None:
    seen = [_see(0.5, 0), *(_see(1.0, float(step), "bags") for step in range(12))]

    said = _say(play(_make_tracker(), seen))

    assert said[:3] == [(0, "near", "shoes"), (8, "left", "shoes"), (8, "near", "bags")]


def test_a_watch_that_lies_still_among_ten_nodes_switches_at_most_twice() -> None:
    said = _say(play(_make_tracker(), read_still_capture(*ZONES)))

    assert [what for _, what, _ in said].count("near") <= 1 + 2
    assert said[-1][1:] == ("left", "office_alt")


@pytest.mark.parametrize("zone", ZONES)
def test_a_watch_that_lies_still_goes_and_comes_at_most_once_in_a_zone(zone: str) -> None:
    said = _say(play(_make_tracker(), read_still_capture(zone)))

    assert [what for _, what, _ in said].count("near") <= 1 + 1


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


_STEPS = st.tuples(
    st.sampled_from("st"),
    st.sampled_from(["shoes", "bags"]),
    st.floats(0.01, 100),
    st.floats(-3, 20),
)


@calmly
@given(st.lists(_STEPS, max_size=60))
def test_each_shopper_comes_and_goes_in_turn_and_at_last_is_gone(steps: list[tuple[str, str, float, float]]) -> None:
    now, sightings = 0.0, list[Sighting]()
    for shopper, zone, distance_m, pause_s in steps:
        now += pause_s
        sightings.append(_see(distance_m, now, zone, shopper))

    events = [event for _, event in play(_make_tracker(), sightings)]

    for shopper in "st":
        own = [event for event in events if event.shopper == shopper]
        assert len(own) % 2 == 0
        assert all(isinstance(event, ShopperNear) for event in own[::2])
        assert all(isinstance(event, ShopperLeft) for event in own[1::2])
        assert all(near.zone == left.zone for near, left in list(pairwise(own))[::2])
