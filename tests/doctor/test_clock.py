from datetime import UTC, datetime
from pathlib import Path

from kiosk.doctor.clock import check_clock
from tests.doubles.settings import make_settings

NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)


def test_a_clock_before_this_program_was_written_is_wrong(tmp_path: Path) -> None:
    (finding,) = check_clock(make_settings(tmp_path), datetime(1970, 1, 1, tzinfo=UTC), (tmp_path,))
    assert finding.level == "fail"


def test_a_clock_that_nothing_keeps_is_worth_a_word(tmp_path: Path) -> None:
    (finding,) = check_clock(make_settings(tmp_path), NOW, (tmp_path / "none",))
    assert finding.level == "warn"


def test_a_kept_clock_is_well_and_read_in_the_stores_own_time(tmp_path: Path) -> None:
    (finding,) = check_clock(make_settings(tmp_path), NOW, (tmp_path,))
    assert (finding.level, finding.seen) == ("ok", "2026-12-01 13:00 in Europe/Berlin")
