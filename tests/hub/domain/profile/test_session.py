from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.hub.domain.profile.fact import Fact
from kiosk.hub.domain.profile.session import PAUSE, split_sessions
from tests.hub.domain.profile.facts import make_fact
from tests.hub.running import NOW

MINUTE = timedelta(minutes=1)


def _browse(*minutes: float) -> list[Fact]:
    return [Fact("viewed", NOW + minute * MINUTE) for minute in minutes]


@pytest.mark.parametrize(
    ("minutes", "lengths"),
    [
        ((), []),
        ((0,), [1]),
        ((0, 30), [2]),
        ((0, 30.1), [1, 1]),
        ((0, 29, 58, 87), [4]),
        ((0, 5, 60, 61, 200), [2, 2, 1]),
    ],
)
def test_after_half_an_hour_without_a_word_a_session_is_over(minutes: tuple[float, ...], lengths: list[int]) -> None:
    assert [len(session) for session in split_sessions(_browse(*minutes))] == lengths


def test_what_is_done_in_the_shop_belongs_to_no_session() -> None:
    assert split_sessions([make_fact("bought"), make_fact("visited")]) == []


@given(some.lists(some.integers(0, 300), max_size=30).map(sorted))
def test_sessions_are_all_that_was_done_with_pauses_between_them_alone(minutes: list[int]) -> None:
    facts = _browse(*minutes)
    sessions = split_sessions(facts)

    assert [fact for session in sessions for fact in session] == facts
    assert all(later[0].at - sooner[-1].at > PAUSE for sooner, later in pairwise(sessions))
