from datetime import UTC, datetime
from pathlib import Path

from kiosk.app.files.loop import FILE_NAME, NO_LOOP, FolderLoop, keep_loop, recall_loop
from kiosk.contract.playlist import Item

LOOP = FolderLoop((Item("folder:hello", "text", title={"de": "Hallo"}),), datetime(2026, 1, 1, tzinfo=UTC))


def test_a_loop_that_was_kept_is_recalled(tmp_path: Path) -> None:
    keep_loop(tmp_path, LOOP)
    assert recall_loop(tmp_path) == LOOP


def test_what_is_damaged_or_missing_was_nothing(tmp_path: Path) -> None:
    assert recall_loop(tmp_path) == NO_LOOP
    (tmp_path / FILE_NAME).write_bytes(b'{"items": [{"id": 7}]}')
    assert recall_loop(tmp_path) == NO_LOOP


def test_a_disk_that_takes_nothing_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    keep_loop(tmp_path / "state", LOOP)
    assert recall_loop(tmp_path / "state") == NO_LOOP
