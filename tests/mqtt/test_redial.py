import pytest

from kiosk.mqtt.redial import DIAL_S, FIRST_S, LONGEST_S, REFUSED_S, Redial
from tests.doubles.chance import seed_chance


def test_waits_grow_from_the_first_to_the_longest_and_no_further() -> None:
    redial = Redial(seed_chance(1))

    waits = [redial.next_wait() for _ in range(20)]

    assert FIRST_S / 2 <= waits[0] <= FIRST_S
    assert all(LONGEST_S / 2 <= wait <= LONGEST_S for wait in waits[2:])


@pytest.mark.parametrize("seed", range(20))
def test_after_ten_minutes_without_a_broker_none_of_five_seconds_is_lost(seed: int) -> None:
    redial = Redial(seed_chance(seed))
    gone_s = 0.0
    while gone_s < 600:
        gone_s += redial.next_wait()

    # A dial that hangs repeats itself after one second for the last time before it is given up.
    assert (DIAL_S - 1) + redial.next_wait() <= 4.5


def test_who_was_told_no_asks_again_seldom() -> None:
    redial = Redial(seed_chance(1))

    waits = [redial.next_wait(refused=True) for _ in range(20)]

    assert all(REFUSED_S / 2 <= wait <= REFUSED_S for wait in waits[6:])
    assert redial.next_wait() <= LONGEST_S


def test_screens_do_not_wait_alike() -> None:
    assert len({Redial(seed_chance(seed)).next_wait() for seed in range(50)}) == 50


def test_an_answer_makes_the_next_wait_short_again() -> None:
    redial = Redial(seed_chance(1))
    for _ in range(9):
        redial.next_wait()

    redial.reset()

    assert redial.next_wait() <= FIRST_S
