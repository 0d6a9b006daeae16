import os
from datetime import date
from pathlib import Path

import pytest
from msgspec import json

from kiosk.app.files.shown import FILE_NAME, ShownFile
from kiosk.offers.shown_record import ShownRecord, TallyRow

SHOWN = ShownRecord(
    written_at=1.7e9,
    day=date(2026, 11, 23),
    since=1.7e9 - 60,
    tallies=(TallyRow("s_anna", "boots", 1, 1.7e9 - 60),),
    times=(("boots", 1.7e9 - 60),),
    showings={"boots": 1},
    held={},
)
WHOLE = json.encode({"version": 1, "store": "berlin", "screen": "window-1", "shown": SHOWN})


def open_file(folder: Path, store: str = "berlin", screen: str = "window-1") -> ShownFile:
    return ShownFile(folder, store, screen)


def test_what_was_shown_is_there_after_a_restart(tmp_path: Path) -> None:
    open_file(tmp_path / "state").save(SHOWN)
    assert open_file(tmp_path / "state").load() == SHOWN


def test_a_first_start_knows_nothing_and_complains_of_nothing(tmp_path: Path) -> None:
    assert open_file(tmp_path).load() is None


@pytest.mark.allow_log("caps begin anew")
@pytest.mark.parametrize(
    "content",
    [
        b"",
        WHOLE.replace(b'"version":1', b'"version":2'),
        WHOLE.replace(b'"boots",1,', b'"boots",-1,'),
        WHOLE.replace(b'"boots",1,', b'"boots","1",'),
        WHOLE.replace(b"2026-11-23", b"2026-11-32"),
        WHOLE.replace(b"1700000000.0", b"1e400"),
        WHOLE.replace(b"s_anna", b"s" * 129),
    ],
)
def test_a_damaged_file_is_no_file_and_nothing_of_it_is_said_or_kept(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert open_file(tmp_path).load() is None
    assert "caps begin anew" in caplog.text
    assert "anna" not in caplog.text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.allow_log("is another screen's")
@pytest.mark.parametrize(("store", "screen"), [("bonn", "window-1"), ("berlin", "window-2")])
def test_what_another_screen_showed_is_none_of_ours(tmp_path: Path, store: str, screen: str) -> None:
    open_file(tmp_path, store, screen).save(SHOWN)
    assert open_file(tmp_path).load() is None


@pytest.mark.allow_log("cannot be used .OSError.")
def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert open_file(tmp_path).load() is None


def test_what_cannot_be_renewed_is_not_kept_either(tmp_path: Path) -> None:
    open_file(tmp_path).save(SHOWN)
    (tmp_path / f"{FILE_NAME}.part").mkdir()
    with pytest.raises(IsADirectoryError):
        open_file(tmp_path).save(SHOWN)
    assert not (tmp_path / FILE_NAME).exists()


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        open_file(tmp_path / "file").save(SHOWN)


@pytest.mark.allow_log("cannot be used .OSError.")
def test_a_pipe_in_its_place_holds_nobody_up_and_goes(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    assert open_file(tmp_path).load() is None
    assert not (tmp_path / FILE_NAME).exists()
