import pytest
from msgspec.structs import replace

from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.proximity.nearness import Nearness
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.trace import STATE_S
from kiosk.proximity.visit import FARTHEST_M, FORGET_S, NEVER, SWITCH_S, Presence, Visit

_NEARNESS = Nearness(near_m=2.0, far_m=4.0, dwell_s=0.5, leave_s=8.0)
_LEFT = ShopperLeft("s", "shoes")


def _see(distance_m: float, heard_at: float, zone: str = "shoes", stated_m: float | None = None) -> Sighting:
    return Sighting("s", zone, distance_m, heard_at, fast_m=distance_m, stated_m=stated_m)


def _say_left(heard_at: float, zone: str = "shoes") -> Sighting:
    return Sighting("s", zone, 100.0, heard_at, kind="left")


def _greet_at(*sightings: Sighting) -> tuple[Visit, list[Presence]]:
    visit = Visit("s", _NEARNESS)
    return visit, [event for one in sightings for event in visit.observe(one, one.heard_at)]


@pytest.mark.parametrize(
    ("stated_m", "greeted_at"),
    [
        (None, 0.0),
        (3.0, 0.0),
        (5.0, 0.6),  # a slow estimate may still be on its way: two readings outweigh it
        (FARTHEST_M + 1, None),
    ],
)
def test_the_gateways_own_distance_is_a_gate(stated_m: float | None, greeted_at: float | None) -> None:
    _, events = _greet_at(*(_see(0.5, at, stated_m=stated_m) for at in (0.0, 0.3, 0.6, 0.9)))

    assert [event.heard_at for event in events if isinstance(event, ShopperNear)] == (
        [] if greeted_at is None else [greeted_at]
    )


def test_the_gate_keeps_nobody_in() -> None:
    visit, _ = _greet_at(_see(0.5, 0))

    assert [visit.observe(_see(9.0, at, stated_m=0.5), at) for at in (1.0, 2.0, 3.0)][-1] == [_LEFT]


def test_who_is_said_to_have_left_has_left_at_once() -> None:
    _, events = _greet_at(_see(0.5, 0), _say_left(0.5))

    assert events[1:] == [_LEFT]


@pytest.mark.parametrize(("zone", "heard_at"), [("bags", 0.5), ("shoes", -0.5)])
def test_a_leave_of_elsewhere_or_of_before_changes_nothing(zone: str, heard_at: float) -> None:
    visit, _ = _greet_at(_see(0.5, 0))

    assert visit.observe(_say_left(heard_at, zone), 1.0) == []
    assert visit.zone == "shoes"


def test_who_left_one_zone_is_handed_to_one_that_hears_her_near() -> None:
    _, events = _greet_at(_see(0.5, 0), _see(1.0, 0.2, "bags"), _say_left(0.5))

    assert [(type(event), event.zone) for event in events[1:]] == [(ShopperLeft, "shoes"), (ShopperNear, "bags")]


def test_a_leave_ends_an_arrival() -> None:
    visit, _ = _greet_at(_see(1.9, 0), _see(1.9, 0.3), _say_left(0.4))

    assert visit.next_due() == NEVER


def test_a_gateways_mere_word_holds_until_it_says_otherwise() -> None:
    visit, events = _greet_at(Sighting("s", "shoes", 0.0, 0.0))

    assert [type(event) for event in events] == [ShopperNear]
    assert visit.next_due() == STATE_S
    assert visit.judge(STATE_S) == [_LEFT]


def test_one_far_reading_takes_nobody_away() -> None:
    visit, _ = _greet_at(*(_see(0.5, float(at)) for at in range(5)))

    assert visit.observe(_see(16.0, 5.0), 5.0) == visit.observe(_see(0.5, 6.0), 6.0) == []


def test_readings_at_the_far_edge_take_their_time_and_farther_ones_less() -> None:
    def count_readings(distance_m: float) -> int:
        visit, _ = _greet_at(_see(0.5, 0))
        return next(at for at in range(1, 30) if visit.observe(_see(distance_m, float(at)), float(at)))

    assert (count_readings(4.0), count_readings(8.0)) == (5, 3)


def test_an_advert_that_two_topics_tell_is_no_second_reading() -> None:
    visit, _ = _greet_at(_see(1.9, 0), _see(1.9, 0.01))

    assert visit.judge(1.0) == []


def test_another_zone_must_be_heard_again_before_it_takes_over() -> None:
    visit, _ = _greet_at(_see(1.5, -1), _see(1.5, 0), _see(0.5, 0.1, "bags"))

    assert visit.zone == "shoes"
    assert visit.judge(0.1 + SWITCH_S) == []
    assert visit.observe(_see(0.5, 2.0, "bags"), 2.0)[1:] == [ShopperNear("s", "bags", 2.0, None, 0.5)]


def test_a_visit_is_over_when_nothing_was_heard_for_long() -> None:
    visit, _ = _greet_at(_see(9.0, 0))

    assert (visit.is_over(FORGET_S), visit.is_over(FORGET_S + 1)) == (False, True)
    assert replace(visit, zone="shoes").is_over(FORGET_S + 1) is False
