from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.hub.delivery.decision import (
    GIVEN_UP,
    MOST_TRIES,
    NO_CONSENT,
    OLDEST,
    READ,
    TOO_LATE,
    Close,
    Decision,
    Facts,
    Run,
    Wait,
    decide,
    reckon_pause,
)
from kiosk.hub.manners import Manners
from tests.hub.running import NOW

BERLIN = ZoneInfo("Europe/Berlin")
MANNERS = Manners(per_day=2)
NIGHT = NOW + timedelta(hours=12)  # 22:00 in the store
MORNING = NOW + timedelta(hours=22)
PLAIN = Facts(written_at=NOW, is_read=False, is_allowed=True, is_awaited=False, sent_today=0, tries=0)


@pytest.mark.parametrize(
    ("changes", "decision"),
    [
        ({}, Run()),
        ({"is_read": True}, Close(READ)),
        ({"is_read": True, "is_allowed": False}, Close(READ)),
        ({"written_at": NOW - OLDEST}, Close(TOO_LATE)),
        ({"is_allowed": False}, Close(NO_CONSENT)),
        ({"tries": MOST_TRIES}, Close(GIVEN_UP)),
        ({"sent_today": 1}, Run()),
        ({"sent_today": 2}, Wait(MORNING)),
        ({"sent_today": 99, "is_awaited": True}, Run()),
    ],
)
def test_by_day_it_is_decided_by_what_she_allows_and_had_today(changes: dict[str, object], decision: Decision) -> None:
    assert decide(replace(PLAIN, **changes), MANNERS, NOW, BERLIN) == decision


@pytest.mark.parametrize(
    ("changes", "decision"),
    [({}, Wait(MORNING)), ({"is_awaited": True}, Wait(MORNING)), ({"is_allowed": False}, Close(NO_CONSENT))],
)
def test_at_night_nobody_is_written_to(changes: dict[str, object], decision: Decision) -> None:
    assert decide(replace(PLAIN, **changes), MANNERS, NIGHT, BERLIN) == decision


@given(
    st.builds(
        Facts,
        written_at=st.just(NOW),
        is_read=st.booleans(),
        is_allowed=st.booleans(),
        is_awaited=st.booleans(),
        sent_today=st.integers(0, 5),
        tries=st.integers(0, MOST_TRIES),
    ),
    st.integers(0, 72 * 60),
)
def test_nothing_is_sent_without_consent_nor_at_night_and_no_wait_is_for_the_past(facts: Facts, minutes: int) -> None:
    now = NOW + timedelta(minutes=minutes)
    decision = decide(facts, MANNERS, now, BERLIN)

    if isinstance(decision, Run):
        assert facts.is_allowed
        assert MANNERS.quiet.find_end(now, BERLIN) is None
    assert not isinstance(decision, Wait) or decision.until > now


@pytest.mark.parametrize(
    ("tries", "asked", "pause"),
    [(1, None, 1), (2, None, 2), (7, None, 60), (40, None, 60), (1, 30, 30), (7, 5, 60)],
)
def test_pauses_grow_and_the_other_side_may_ask_for_longer(tries: int, asked: int | None, pause: int) -> None:
    wish = timedelta(minutes=asked) if asked else None

    assert reckon_pause(tries, wish) == timedelta(minutes=pause)
