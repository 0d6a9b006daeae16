from statistics import mean, median

import pytest

from kiosk.simulation.person import Person
from kiosk.simulation.radio import LOST_SHARE, hear_person
from tests.doubles.chance import seed_chance

_PERSON = Person("m", comes_at=10.0, from_m=2.0, stop_m=2.0, stay_s=500.0, hertz=2.0)


def test_a_beacon_is_heard_at_its_pace_and_through_noise() -> None:
    heard = list(hear_person(_PERSON, "window", seed_chance()))

    assert len(heard) == pytest.approx(500 * 2 * (1 - LOST_SHARE), rel=0.1)
    assert all(10.0 <= one.heard_at < _PERSON.leaves_at for one in heard)
    assert median(one.distance_m for one in heard) == pytest.approx(2.0, rel=0.1)
    assert mean(one.distance_m for one in heard) > 2.0, "noise in decibels strays farther than nearer"


def test_the_same_seed_makes_the_same_noise() -> None:
    first, second = (list(hear_person(_PERSON, "window", seed_chance(3))) for _ in range(2))

    assert first == second
