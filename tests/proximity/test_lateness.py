from kiosk.proximity.lateness import MOST, OLD_S, PROOF_S, Lateness
from kiosk.proximity.observation import Observation

_TOPIC = "gw/status"
_NOW = 1_700_000_000.0
_HOUR = 3600.0


def _say(at: float | None, zone: str = "hall", interval_s: float | None = None) -> Observation:
    return Observation("a", zone, rssi=-60, interval_s=interval_s, said_at=at)


def _list_late(lateness: Lateness, words: list[tuple[float, float]]) -> list[bool]:
    """Of words said and come so many seconds after `_NOW`."""
    return [lateness.is_late(_TOPIC, _say(_NOW + said), _NOW + come) for said, come in words]


def test_what_was_heard_just_now_is_in_time() -> None:
    assert _list_late(Lateness(), [(0, 0), (0, OLD_S), (9, 10)]) == [False, False, False]


def test_what_is_of_years_ago_is_late_from_the_first_word() -> None:
    assert Lateness().is_late(_TOPIC, _say(1_433_342_520.0), _NOW)


def test_a_batch_that_was_kept_back_is_late_until_it_comes_to_now() -> None:
    kept_back = [(float(said), said / 100) for said in range(-600, 1, 10)]

    assert _list_late(Lateness(), kept_back) == [said < come - OLD_S for said, come in kept_back]


def test_an_old_word_again_and_again_stays_late() -> None:
    assert all(_list_late(Lateness(), [(-_HOUR, second) for second in range(100)]))


def test_a_clock_an_hour_behind_costs_its_first_seconds_and_no_more() -> None:
    words = [(second - _HOUR, float(second)) for second in range(20)]

    assert _list_late(Lateness(), words) == [come < PROOF_S for _, come in words]


def test_a_clock_an_hour_ahead_costs_nothing_and_may_be_set_right() -> None:
    lateness = Lateness()
    ahead = [(second + _HOUR, float(second)) for second in range(5)]
    right = [(float(second), float(second)) for second in range(5, 25)]

    assert not any(_list_late(lateness, ahead))
    assert _list_late(lateness, right) == [come < 5 + PROOF_S for _, come in right]


def test_what_a_gateway_with_a_wrong_clock_kept_back_is_late_too() -> None:
    lateness = Lateness()
    _list_late(lateness, [(second - _HOUR, float(second)) for second in range(10)])

    assert _list_late(lateness, [(-_HOUR - 60, 10), (10 - _HOUR, 10)]) == [True, False]


def test_a_gateway_that_first_tells_what_it_kept_back_is_believed_once_it_is_done() -> None:
    flushed = [(said - _HOUR, said / 100) for said in range(-600, 0, 10)]
    live = [(second - _HOUR, float(second)) for second in range(30)]
    told = _list_late(Lateness(), flushed + live)

    assert all(told[: len(flushed)])
    assert not told[-1]


def test_whoever_is_told_of_seldom_may_be_told_of_later() -> None:
    lateness, old = Lateness(), _NOW - OLD_S - 50

    assert lateness.is_late(_TOPIC, _say(old), _NOW)
    assert not lateness.is_late(_TOPIC, _say(old, interval_s=60.0), _NOW)


def test_without_a_time_nothing_is_late() -> None:
    assert not Lateness().is_late(_TOPIC, _say(None), _NOW)


def test_each_topic_and_zone_has_its_own_clock() -> None:
    lateness = Lateness()
    lateness.is_late(_TOPIC, _say(_NOW + _HOUR), _NOW)

    assert lateness.is_late(_TOPIC, _say(_NOW), _NOW)
    assert not lateness.is_late(_TOPIC, _say(_NOW, zone="door"), _NOW)
    assert not lateness.is_late("other", _say(_NOW), _NOW)


def test_so_many_clocks_are_kept_and_no_more() -> None:
    lateness = Lateness()
    lateness.is_late(_TOPIC, _say(_NOW + _HOUR), _NOW)
    for number in range(MOST):
        lateness.is_late(f"gw/{number}", _say(_NOW), _NOW)

    assert not lateness.is_late(_TOPIC, _say(_NOW), _NOW)
