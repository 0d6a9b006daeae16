import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.app.files.loop import FILE_NAME, NO_LOOP, FolderLoop, keep_loop, recall_loop
from kiosk.contract.playlist import Item

LOOP = FolderLoop((Item("folder:hello", "text", title={"de": "Hallo"}),), datetime(2026, 1, 1, tzinfo=UTC))


def test_a_loop_that_was_kept_is_recalled(tmp_path: Path) -> None:
    keep_loop(tmp_path, LOOP)
    assert recall_loop(tmp_path) == LOOP
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"[]", b'{"items": [{"id": 7}]}', b"\xff", b"[" * 10_000])
def test_what_is_damaged_or_missing_was_nothing(tmp_path: Path, content: bytes) -> None:
    assert recall_loop(tmp_path) == NO_LOOP
    (tmp_path / FILE_NAME).write_bytes(content)
    assert recall_loop(tmp_path) == NO_LOOP


def test_a_disk_that_takes_nothing_stops_nothing(tmp_path: Path) -> None:
    keep_loop(tmp_path / "gone", LOOP)
    assert recall_loop(tmp_path / "gone") == NO_LOOP


def test_a_pipe_in_its_place_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    assert recall_loop(tmp_path) == NO_LOOP
