from datetime import UTC, datetime

from kiosk.core.effects import AnnounceShown
from kiosk.playlog.entry import Showing
from kiosk.playlog.stopwatch import Stopwatch

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
POSTER = AnnounceShown("i-1", None, "poster", "loop", heard_at=9.9)
BOOTS = AnnounceShown("i-2", "boots", None, "proximity", heard_at=17.9)


def test_a_showing_lasts_until_the_frame_of_the_next() -> None:
    watch = Stopwatch()
    assert watch.begin(POSTER, AT, 10.0) is None
    assert watch.begin(BOOTS, AT, 18.0214) == Showing("i-1", AT, 8.021, "loop", None, "poster")


def test_taps_count_for_what_is_on_the_glass() -> None:
    watch = Stopwatch()
    watch.begin(POSTER, AT, 10.0)
    watch.begin(BOOTS, AT, 18.0)
    watch.count_tap()
    watch.count_tap()
    assert watch.end(20.0) == Showing("i-2", AT, 2.0, "proximity", "boots", None, taps=2)


def test_what_has_not_begun_does_not_end() -> None:
    watch = Stopwatch()
    watch.count_tap()
    assert watch.end(20.0) is None
    watch.begin(POSTER, AT, 21.0)
    assert watch.end(22.0) == Showing("i-1", AT, 1.0, "loop", None, "poster")
    assert watch.end(23.0) is None
