import pytest

from kiosk.backoff import Backoff


@pytest.mark.parametrize(
    ("tries", "expected"), [(1, 1.0), (2, 2.0), (5, 16.0), (9, 256.0), (10, 300.0), (1000, 300.0), (10**9, 300.0)]
)
def test_the_longest_wait_doubles_up_to_the_cap(tries: int, expected: float) -> None:
    assert expected == Backoff(chance=lambda: 1.0).draw(tries)


def test_the_wait_is_drawn_from_zero_on() -> None:
    assert Backoff(chance=lambda: 0.0).draw(5) == 0.0
    assert Backoff(chance=lambda: 0.25).draw(5) == 4.0


def test_the_wait_is_never_shorter_than_the_server_asked_for() -> None:
    assert Backoff(chance=lambda: 0.5).draw(1, asked=7.0) == 7.0
    assert Backoff(chance=lambda: 0.5).draw(9, asked=7.0) == 128.0


def test_no_server_makes_anyone_wait_for_longer_than_an_hour() -> None:
    assert Backoff(chance=lambda: 0.5).draw(1, asked=1e12) == 3600.0


def test_a_wait_can_be_kept_from_being_too_short() -> None:
    assert Backoff(chance=lambda: 0.0, least=0.5).draw(3) == 2.0
    assert Backoff(chance=lambda: 1.0, least=0.5).draw(3) == 4.0
