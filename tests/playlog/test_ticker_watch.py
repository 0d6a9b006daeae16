from datetime import UTC, datetime, timedelta

from kiosk.contract.instant import Instant
from kiosk.playlog.entry import Showing
from kiosk.playlog.ticker_watch import LONGEST_S, TickerWatch

BEGAN = datetime(2026, 11, 22, 9, tzinfo=UTC)


def tell_time(mono: float) -> Instant:
    return Instant(mono, BEGAN + timedelta(seconds=mono), f"id-{mono:g}")


def make_showing(impression: str, mono: float, seconds: float, item: str) -> Showing:
    return Showing(impression, BEGAN + timedelta(seconds=mono), seconds, "loop", None, item, place="ticker")


def test_each_line_is_told_once_it_goes_however_many_run_beside_it() -> None:
    watch = TickerWatch()
    assert watch.change(("hours",), tell_time(0)) == []
    assert watch.change(("coffee", "hours"), tell_time(10)) == []

    assert watch.change(("hours",), tell_time(25)) == [make_showing("id-10.0", 10, 15.0, "coffee")]
    assert watch.change((), tell_time(30)) == [make_showing("id-0.0", 0, 30.0, "hours")]
    assert watch.change((), tell_time(40)) == []


def test_a_line_that_runs_on_and_on_is_told_each_hour() -> None:
    watch = TickerWatch()
    watch.change(("hours",), tell_time(0))
    assert watch.look(tell_time(LONGEST_S - 1)) == []

    assert watch.look(tell_time(LONGEST_S)) == [make_showing("id-0.0", 0, LONGEST_S, "hours")]
    assert watch.change((), tell_time(LONGEST_S + 5)) == [make_showing("id-3600.0", LONGEST_S, 5.0, "hours")]
