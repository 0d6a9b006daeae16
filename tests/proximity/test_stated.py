from kiosk.proximity.observation import Kind
from kiosk.proximity.sighting import GONE_M, Sighting
from kiosk.proximity.stated import Stated


def _state(kind: Kind = "seen", shopper: str = "s", distance_m: float = 0.0) -> Sighting:
    return Sighting(shopper, "door", distance_m, 1.0, kind=kind)


def test_a_mere_word_is_taken_back_once() -> None:
    stated = Stated()
    stated.note(_state())
    stated.note(_state())

    assert stated.take_back(9.0) == [Sighting("s", "door", GONE_M, 9.0, kind="left")]
    assert stated.take_back(10.0) == []


def test_a_measure_needs_no_taking_back_for_it_is_followed_by_silence() -> None:
    stated = Stated()
    stated.note(_state(shopper="t"))
    stated.note(_state(shopper="t", distance_m=1.0))

    assert stated.take_back(9.0) == []


def test_that_a_device_is_in_reach_is_no_word_and_takes_none_back() -> None:
    stated = Stated()
    in_reach = Sighting("s", "door", GONE_M, 2.0, in_reach=True)
    stated.note(in_reach)
    assert stated.take_back(9.0) == []

    stated.note(_state())
    stated.note(in_reach)
    assert [word.kind for word in stated.take_back(9.0)] == ["left"]


def test_who_was_said_to_have_left_is_not_said_to_leave_again() -> None:
    stated = Stated()
    stated.note(_state())
    stated.note(_state("left"))

    assert stated.take_back(9.0) == []
