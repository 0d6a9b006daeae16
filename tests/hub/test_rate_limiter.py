from datetime import timedelta

import pytest

from kiosk.hub.problem import Problem
from kiosk.hub.rate_limiter import BROWSERS, MOST_ADDRESSES, NEWCOMERS, Pace, RateLimiter
from tests.hub.running import NOW

PACE = Pace(3, 10)


@pytest.fixture
def limiter() -> RateLimiter:
    """A limiter that one address has run against."""
    limiter = RateLimiter(PACE)
    for _ in range(PACE.most):
        limiter.enter("one", NOW)
    return limiter


def test_who_comes_too_often_is_told_when_to_come_again(limiter: RateLimiter) -> None:
    with pytest.raises(Problem) as refused:
        limiter.enter("one", NOW)

    assert (refused.value.status, refused.value.headers) == (429, {"Retry-After": "10"})


def test_after_a_while_one_more_is_let_through(limiter: RateLimiter) -> None:
    limiter.enter("one", NOW + timedelta(seconds=10))

    with pytest.raises(Problem):
        limiter.enter("one", NOW + timedelta(seconds=11))


def test_one_address_stands_in_nobody_elses_way(limiter: RateLimiter) -> None:
    limiter.enter("other", NOW)


def test_a_clock_that_is_set_back_locks_nobody_out(limiter: RateLimiter) -> None:
    earlier = NOW - timedelta(days=1)
    with pytest.raises(Problem):
        limiter.enter("one", earlier)

    limiter.enter("one", earlier + timedelta(seconds=10))


def test_it_forgets_who_was_there_longest_ago(limiter: RateLimiter) -> None:
    for number in range(MOST_ADDRESSES):
        limiter.enter(str(number), NOW)

    limiter.enter("one", NOW)


def test_what_is_forgiven_counts_no_more() -> None:
    limiter = RateLimiter(Pace(1, 60))
    limiter.enter("a", NOW)
    limiter.forgive("a")
    limiter.forgive("nobody")

    limiter.enter("a", NOW)


def test_several_at_once_count_as_so_many_and_where_not_all_fit_as_none() -> None:
    limiter = RateLimiter(PACE)
    limiter.enter("a", NOW, 2)
    with pytest.raises(Problem) as refused:
        limiter.enter("a", NOW, 3)

    assert refused.value.headers == {"Retry-After": "20"}
    limiter.enter("a", NOW)


@pytest.mark.parametrize("pace", [BROWSERS, NEWCOMERS])
def test_who_is_new_has_room_for_all_at_once(pace: Pace) -> None:
    RateLimiter(pace).enter("a", NOW, pace.most)
