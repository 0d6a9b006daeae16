from pathlib import Path

from kiosk.doctor.store import check_store
from tests.doubles.settings import make_settings


def test_a_screen_without_a_key_is_told_what_it_misses(tmp_path: Path) -> None:
    (finding,) = check_store(make_settings(tmp_path))
    assert (finding.level, "store.key_file" in finding.advice) == ("warn", True)


def test_a_broken_key_is_named_and_not_repeated(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("hunter2")
    (finding,) = check_store(make_settings(tmp_path, f"store.key_file={tmp_path / 'key'}"))
    assert finding.level == "fail"
    assert "hunter2" not in finding.write()


def test_a_good_key_is_well(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("0a" * 32)
    (finding,) = check_store(make_settings(tmp_path, f"store.key_file={tmp_path / 'key'}"))
    assert finding.level == "ok"


def test_ids_that_nobody_chose_are_named(tmp_path: Path) -> None:
    (finding,) = check_store(make_settings(tmp_path, "screen.id=change-me"))
    assert (finding.level, finding.seen) == ("fail", "screen.id: still change-me")
