import math

import pytest

from kiosk.proximity.sighting import Sighting
from kiosk.proximity.trace import FARTHER_S, LONGEST_SILENCE_S, NEARER_S, begin_trace


def _see(distance_m: float, heard_at: float, interval_s: float | None = None) -> Sighting:
    return Sighting("s", "shoes", distance_m, heard_at, interval_s=interval_s)


def test_the_first_sighting_is_taken_as_it_stands() -> None:
    assert begin_trace(_see(3.0, 0)).metres == 3.0


@pytest.mark.parametrize(("to_m", "time_s"), [(1.0, NEARER_S), (9.0, FARTHER_S)])
def test_nearer_is_believed_faster_than_farther(to_m: float, time_s: float) -> None:
    trace = begin_trace(_see(3.0, 0)).follow(_see(to_m, time_s))

    part = math.log(trace.metres / 3.0) / math.log(to_m / 3.0)
    assert part == pytest.approx(1 - 1 / math.e)


def test_the_same_advert_heard_twice_counts_once() -> None:
    trace = begin_trace(_see(3.0, 0)).follow(_see(1.0, 0))

    assert trace.metres == 3.0


def test_an_older_sighting_changes_nothing() -> None:
    trace = begin_trace(_see(3.0, 5))

    assert trace.follow(_see(0.1, 4)) is trace


def test_silence_follows_the_pace_at_which_the_device_is_heard() -> None:
    seldom = begin_trace(_see(1, 0)).follow(_see(1, 10)).follow(_see(1, 20))
    often = begin_trace(_see(1, 0)).follow(_see(1, 0.5))

    assert seldom.silence_due(8.0) == 20 + 35
    assert often.silence_due(8.0) == 0.5 + 8


def test_a_stated_interval_counts_from_the_first_message_on() -> None:
    assert begin_trace(_see(1, 0, interval_s=4)).silence_due(8.0) == 14


def test_silence_is_never_waited_for_without_end() -> None:
    assert begin_trace(_see(1, 0, interval_s=1000)).silence_due(8.0) == LONGEST_SILENCE_S


def test_who_leaves_after_a_gap_is_not_waited_for_as_long_as_it_was() -> None:
    trace = begin_trace(_see(1, 0)).follow(_see(1, 1)).follow(_see(1, 50))

    assert trace.silence_due(8.0) <= 50 + 13


def test_an_absence_is_no_pace() -> None:
    trace = begin_trace(_see(1, 0)).follow(_see(1, 1)).follow(_see(1, 500))

    assert trace.interval_s == 1
