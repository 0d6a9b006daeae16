from pathlib import Path

from kiosk.doctor.reader import check_reader
from tests.doubles.settings import make_settings


def test_a_reader_that_is_not_there_is_named(tmp_path: Path) -> None:
    (finding,) = check_reader(make_settings(tmp_path, "nfc.device=tty:NOWHERE0:pn532"))
    assert (finding.level, "ttyNOWHERE0" in finding.seen) == ("fail", True)


def test_a_screen_without_a_reader_is_well(tmp_path: Path) -> None:
    (finding,) = check_reader(make_settings(tmp_path))
    assert finding.level == "ok"
