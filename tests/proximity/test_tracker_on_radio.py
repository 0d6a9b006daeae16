"""The tracker on real radio and on bad noise: calm where nobody moves, quick where somebody does."""

from functools import partial
from statistics import median

import pytest
from msgspec.structs import replace

from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.tracker import Tracker
from kiosk.proximity.visit import Presence
from tests.doubles.chance import seed_chance
from tests.doubles.presence import ZONES, play, read_still_capture
from tests.doubles.radio import add_noise, hear, walk


def _make_tracker(near_m: float = 2.0) -> Tracker:
    return Tracker(near_m=near_m, far_factor=2.0, dwell_s=0.5, leave_s=8.0)


_PARTS = [(0.0, 99.0), (0.0, 20.0), (20.0, 99.0), (7.0, 31.0)]
"""The capture's seconds: all of it, its halves, and what lies between them."""


def _cut(sightings: list[Sighting], part: tuple[float, float], noise_db: float) -> list[Sighting]:
    """The sightings of this part of the capture, with noise of our own on top."""
    chance = seed_chance(7)
    return [
        replace(one, distance_m=one.distance_m * add_noise(chance, noise_db))
        for one in sightings
        if part[0] <= one.heard_at < part[1]
    ]


def _follow(tracker: Tracker, sightings: list[Sighting]) -> list[tuple[float, Presence]]:
    """As `play`, but only as far as something is heard."""
    return [(at, event) for at, event in play(tracker, sightings) if at <= sightings[-1].heard_at]


@pytest.mark.parametrize("near_m", [1.0, 2.0, 4.0, 8.0])
@pytest.mark.parametrize("noise_db", [0.0, 2.0])
@pytest.mark.parametrize("part", _PARTS)
def test_a_watch_that_lies_still_among_ten_nodes_is_handed_over_at_most_twice(
    part: tuple[float, float], noise_db: float, near_m: float
) -> None:
    said = _follow(_make_tracker(near_m), _cut(read_still_capture(*ZONES), part, noise_db))

    assert sum(isinstance(event, ShopperNear) for _, event in said) <= 1 + 2


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("estimate", ["fast_m", "stated_m"])
@pytest.mark.parametrize("noise_db", [0.0, 1.0])
@pytest.mark.parametrize("part", _PARTS)
def test_a_watch_that_lies_right_at_the_edge_comes_once_and_stays(
    part: tuple[float, float], noise_db: float, estimate: str, zone: str
) -> None:
    still = read_still_capture(zone)
    true_m = median(getattr(one, estimate) for one in still)

    assert len(_follow(_make_tracker(true_m), _cut(still, part, noise_db))) <= 1


@pytest.mark.parametrize("hertz", [1.0, 2.0, 5.0, 10.0])
@pytest.mark.parametrize("seed", range(20))
def test_a_walk_up_through_radio_noise_is_acted_on_within_two_seconds(seed: int, hertz: float) -> None:
    heard = hear(walk(4.0, 0.5, began_at=5.0, seconds=1.0), 20.0, hertz, seed_chance(seed))
    clear_at = next(one.heard_at for one in heard if one.heard_at > 5.0 and one.distance_m <= 2.0)

    at, event = play(_make_tracker(), heard)[0]

    assert isinstance(event, ShopperNear)
    assert at - clear_at <= 2.0


@pytest.mark.parametrize("seed", range(20))
def test_a_walk_away_through_radio_noise_is_over_within_ten_seconds(seed: int) -> None:
    heard = hear(walk(0.5, 8.0, began_at=10.0, seconds=5.0), 30.0, 1.0, seed_chance(seed))
    near_until = max(one.heard_at for one in heard if one.distance_m <= 2.0)

    (_, near), (left_at, left) = play(_make_tracker(), heard)

    assert (type(near), type(left)) == (ShopperNear, ShopperLeft)
    assert left_at - near_until <= 10.0


@pytest.mark.parametrize("hertz", [1.0, 2.0])
def test_who_walks_to_the_far_edge_and_no_farther_is_nearly_always_gone_within_ten_seconds(hertz: float) -> None:
    walked = [hear(walk(0.5, 4.0, began_at=10.0, seconds=3.0), 60.0, hertz, seed_chance(seed)) for seed in range(200)]

    left_after = sorted(_find_leave(heard, 10.0) - 13.0 for heard in walked)

    assert left_after[int(0.95 * len(left_after))] <= 10.0


@pytest.mark.parametrize("seed", range(20))
def test_who_stands_at_the_near_edge_is_not_sent_away_by_noise(seed: int) -> None:
    heard = hear(lambda _at: 2.0, 300.0, 1.0, seed_chance(seed))

    assert [event for _, event in _follow(_make_tracker(), heard) if isinstance(event, ShopperLeft)] == []


_TOUR = ("shoes", "bags", "hats", "shoes", "hats", "bags")
_STOP_S = 15.0


def _tour(seed: int, hertz: float) -> list[Sighting]:
    """Three nodes hear her go from one to the next in 3 s, and how a crowd that keeps its distance is heard beside."""
    chance, until_s = seed_chance(seed), _STOP_S * len(_TOUR)
    heard = [
        replace(one, zone=zone)
        for zone in sorted(set(_TOUR))
        for one in hear(partial(_tell_tour_distance, zone), until_s, hertz, chance)
    ]
    crowd = [
        replace(one, shopper=f"crowd-{number}", zone="shoes")
        for number in range(20)
        for one in hear(lambda _at: 9.0, until_s, hertz, chance)
    ]
    return sorted(heard + crowd, key=lambda one: one.heard_at)


def _tell_tour_distance(zone: str, at: float) -> float:
    """The true metres to this zone's node: she is at one of them, or on her way there from the one before."""
    stop = int(at / _STOP_S)
    from_m, to_m = (0.8 if _TOUR[max(0, one)] == zone else 8.0 for one in (stop - 1, stop))
    return walk(from_m, to_m, stop * _STOP_S, 3.0)(at)


@pytest.mark.parametrize("hertz", [1.0, 2.0, 5.0])
@pytest.mark.parametrize("seed", range(20))
def test_who_goes_from_zone_to_zone_in_a_crowd_is_seen_in_each_in_order_and_nowhere_else(
    seed: int, hertz: float
) -> None:
    hers = [event for _, event in _follow(_make_tracker(), _tour(seed, hertz)) if event.shopper == "s"]

    assert [event.zone for event in hers if isinstance(event, ShopperNear)] == list(_TOUR)
    assert [event.zone for event in hers if isinstance(event, ShopperLeft)] == list(_TOUR[:-1])


def _find_leave(heard: list[Sighting], after: float) -> float:
    return next(at for at, event in play(_make_tracker(), heard) if isinstance(event, ShopperLeft) and at > after)
