import pytest

from kiosk.simulation.person import WALK_M_PER_S, Person, make_people
from tests.doubles.chance import seed_chance

_PERSON = Person("m", comes_at=100.0, from_m=7.0, stop_m=1.0, stay_s=20.0, hertz=1.0)
_WALK_S = 6.0 / WALK_M_PER_S


@pytest.mark.parametrize(
    ("at_s", "distance_m"),
    [
        (100.0, 7.0),
        (100.0 + _WALK_S / 2, 4.0),
        (100.0 + _WALK_S, 1.0),
        (100.0 + _WALK_S + 20, 1.0),
        (100.0 + _WALK_S * 1.5 + 20, 4.0),
    ],
)
def test_she_comes_stays_and_goes(at_s: float, distance_m: float) -> None:
    assert _PERSON.distance_at(at_s) == pytest.approx(distance_m)


def test_she_is_out_of_sight_after_both_ways() -> None:
    assert _PERSON.leaves_at == 100.0 + 2 * _WALK_S + 20


def test_people_come_in_order_and_members_in_turns() -> None:
    people = make_people(7, 3600.0, 3, seed_chance())

    assert [person.key for person in people] == [f"member-{number}" for number in (0, 1, 2, 0, 1, 2, 0)]
    assert sorted(people, key=lambda person: person.comes_at) == people
    assert all(0 <= person.comes_at <= 3600 for person in people)
