from kiosk.mqtt.backoff import FIRST_S, LONGEST_S, Backoff
from tests.doubles.chance import seed_chance


def test_waits_grow_from_the_first_to_the_longest_and_no_further() -> None:
    backoff = Backoff(seed_chance(1))

    waits = [backoff.next_wait() for _ in range(20)]

    assert FIRST_S / 2 <= waits[0] <= FIRST_S
    assert all(LONGEST_S / 2 <= wait <= LONGEST_S for wait in waits[6:])


def test_screens_do_not_wait_alike() -> None:
    assert len({Backoff(seed_chance(seed)).next_wait() for seed in range(50)}) == 50


def test_an_answer_makes_the_next_wait_short_again() -> None:
    backoff = Backoff(seed_chance(1))
    for _ in range(9):
        backoff.next_wait()

    backoff.reset()

    assert backoff.next_wait() <= FIRST_S
