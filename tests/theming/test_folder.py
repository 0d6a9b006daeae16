from pathlib import Path

import pytest

from kiosk.theming.bundle import Intake
from kiosk.theming.folder import MOST_ENTRIES, read_folder


def test_plain_files_are_taken_by_their_names_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "a.txt").write_text("licence")
    (tmp_path / "theme.toml").write_text("id = 1")
    intake = Intake()
    read_folder(tmp_path, intake)
    assert intake.files == {"fonts/a.txt": b"licence", "theme.toml": b"id = 1"}
    assert intake.findings == []


def test_what_editors_and_desktops_leave_behind_is_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in (".DS_Store", ".theme.toml.swp", "theme.toml~", ".git/run.py"):
        (tmp_path / name).touch()
    intake = Intake()
    read_folder(tmp_path, intake)
    assert (intake.files, intake.findings) == ({}, [])


def test_a_folder_of_folders_without_end_is_left(tmp_path: Path) -> None:
    for number in range(MOST_ENTRIES + 1):
        (tmp_path / str(number)).mkdir()
    intake = Intake()
    read_folder(tmp_path, intake)
    assert [finding.why for finding in intake.findings] == [f"more than {MOST_ENTRIES} entries"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_folder(tmp_path / "nowhere", Intake())
