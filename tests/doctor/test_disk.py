from pathlib import Path

from kiosk.doctor.disk import check_disk
from tests.doubles.settings import make_settings


def test_a_folder_that_can_be_made_is_well_and_not_made(tmp_path: Path) -> None:
    settings = make_settings(tmp_path)
    (finding,) = check_disk(settings)
    assert finding.level in {"ok", "warn"}
    assert not settings.state.dir.exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    (finding,) = check_disk(make_settings(tmp_path))
    assert (finding.level, "state.dir" in finding.advice) == ("fail", True)


def test_too_little_room_for_the_pictures_is_worth_a_word(tmp_path: Path) -> None:
    (finding,) = check_disk(make_settings(tmp_path, "loyalty.media_mb=65536"))
    assert finding.level in {"ok", "warn"}
    assert "GB free" in finding.seen
