from datetime import timedelta

import pytest

from kiosk.hub.problems import Problem
from kiosk.hub.turnstile import MOST_ADDRESSES, Pace, Turnstile
from tests.hub.running import NOW

PACE = Pace(3, 10)


@pytest.fixture
def turnstile() -> Turnstile:
    """A turnstile that one address has run against."""
    turnstile = Turnstile(PACE)
    for _ in range(PACE.most):
        turnstile.enter("one", NOW)
    return turnstile


def test_who_comes_too_often_is_told_when_to_come_again(turnstile: Turnstile) -> None:
    with pytest.raises(Problem) as refused:
        turnstile.enter("one", NOW)

    assert (refused.value.status, refused.value.headers) == (429, {"Retry-After": "10"})


def test_after_a_while_one_more_is_let_through(turnstile: Turnstile) -> None:
    turnstile.enter("one", NOW + timedelta(seconds=10))

    with pytest.raises(Problem):
        turnstile.enter("one", NOW + timedelta(seconds=11))


def test_one_address_stands_in_nobody_elses_way(turnstile: Turnstile) -> None:
    turnstile.enter("other", NOW)


def test_a_clock_that_is_set_back_locks_nobody_out(turnstile: Turnstile) -> None:
    earlier = NOW - timedelta(days=1)
    with pytest.raises(Problem):
        turnstile.enter("one", earlier)

    turnstile.enter("one", earlier + timedelta(seconds=10))


def test_it_forgets_who_was_there_longest_ago(turnstile: Turnstile) -> None:
    for number in range(MOST_ADDRESSES):
        turnstile.enter(str(number), NOW)

    turnstile.enter("one", NOW)


def test_what_is_forgiven_counts_no_more() -> None:
    turnstile = Turnstile(Pace(1, 60))
    turnstile.enter("a", NOW)
    turnstile.forgive("a")
    turnstile.forgive("nobody")

    turnstile.enter("a", NOW)
