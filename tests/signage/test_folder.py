import os
from pathlib import Path

import pytest

from kiosk.signage.folder import LONGEST_NAME, list_contents
from kiosk.signage.listing import MOST_ITEMS


def test_plain_files_are_listed_and_all_else_is_left_out_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"12345")
    for name in (".hidden", "Thumbs.db", "desktop.ini", "Icon\r"):
        (tmp_path / name).write_bytes(b"1")
    (tmp_path / "inner").mkdir()
    (tmp_path / "link.jpg").symlink_to(tmp_path / "a.jpg")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / ("x" * LONGEST_NAME + "y")).touch()
    (tmp_path / "new\nline.jpg").touch()
    contents = list_contents(tmp_path)
    assert {name: stamp.size for name, stamp in contents.files.items()} == {"a.jpg": 5}
    assert [refusal.name[:9] for refusal in contents.refusals] == [
        "inner", "link.jpg", "new\\nline", "pipe", "xxxxxxxxx"
    ]  # fmt: skip # one line is easier to compare
    assert all(refusal.reason for refusal in contents.refusals)


def test_a_name_that_is_no_text_is_left_out(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.jpg"))).touch()
    contents = list_contents(tmp_path)
    assert (contents.files, len(contents.refusals)) == ({}, 1)
    assert contents.refusals[0].name.isprintable()


def test_of_too_many_files_the_first_are_taken(tmp_path: Path) -> None:
    for number in range(MOST_ITEMS + 2):
        (tmp_path / f"{number:05}.jpg").touch()
    contents = list_contents(tmp_path)
    assert len(contents.files) == MOST_ITEMS
    assert [refusal.name for refusal in contents.refusals] == ["01000.jpg", "01001.jpg"]


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list_contents(tmp_path / "gone")
