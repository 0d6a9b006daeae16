from kiosk.contract.instant import Instant
from kiosk.core.scan.guest import GUEST_S, expect_guest, find_guest
from tests.doubles.shop_floor import MONDAY, Play


def look(mono: float) -> Instant:
    return Instant(mono, MONDAY, "id")


def test_she_is_known_for_a_while_and_the_last_who_tapped_alone() -> None:
    floor = expect_guest(expect_guest(Play().floor, "anna", look(0.0)), "ben", look(10.0))

    assert [find_guest(floor, look(at)) for at in (10.0, 10.0 + GUEST_S - 0.1, 10.0 + GUEST_S)] == ["ben", "ben", None]


def test_before_anybody_tapped_it_is_nobody() -> None:
    assert find_guest(Play().floor, look(0.0)) is None
