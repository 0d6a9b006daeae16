from datetime import UTC, datetime, timedelta

from kiosk.app.clock_watch import ClockWatch
from kiosk.contract.instant import Instant

NOON = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)


def look(watch: ClockWatch, wall: datetime) -> str | None:
    return watch.look(Instant(0.0, wall, "id"))


def test_a_clock_that_goes_forward_may_be_right() -> None:
    watch = ClockWatch()
    assert [look(watch, NOON + timedelta(hours=hours)) for hours in (0, 1, 24)] == [None, None, None]


def test_a_clock_before_this_program_was_written_was_never_set() -> None:
    assert look(ClockWatch(), datetime(1970, 1, 1, tzinfo=UTC)) == "not_set"


def test_a_clock_set_back_is_wrong_until_it_has_caught_up() -> None:
    watch = ClockWatch()
    look(watch, NOON)
    assert look(watch, NOON - timedelta(hours=1)) == "set_back"
    assert look(watch, NOON - timedelta(minutes=1)) == "set_back"
    assert look(watch, NOON + timedelta(seconds=1)) is None


def test_a_nudge_is_no_fault() -> None:
    watch = ClockWatch()
    look(watch, NOON)
    assert look(watch, NOON - timedelta(seconds=1)) is None
