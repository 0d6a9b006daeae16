from pathlib import Path

import pytest

from kiosk.doctor.loop import MOST_NAMED, check_loop
from tests.doubles.pictures import draw_picture
from tests.doubles.settings import make_settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "loop"
    folder.mkdir()
    (folder / "a.png").write_bytes(draw_picture())
    return folder


def say(folder: Path) -> list[str]:
    findings = check_loop(make_settings(folder.parent, f"loop.folder={folder}"))
    return [f"{finding.level} {finding.seen.removeprefix(f'{folder}: ')}" for finding in findings]


def test_a_screen_without_a_folder_has_nothing_to_check(tmp_path: Path) -> None:
    assert check_loop(make_settings(tmp_path)) == []


def test_a_folder_that_is_gone_is_worth_a_word(tmp_path: Path) -> None:
    assert say(tmp_path / "gone") == [f"warn {tmp_path / 'gone'} cannot be read"]


def test_strays_are_named_and_are_no_fault(folder: Path) -> None:
    (folder / "notes.txt").write_text("call the printer")
    (folder / "Thumbs.db").write_bytes(b"1")
    assert say(folder) == ["ok 1 items; passed over: notes.txt"]


def test_what_was_meant_and_does_not_play_is_named_few_at_a_time(folder: Path) -> None:
    for number in range(MOST_NAMED + 2):
        (folder / f"{number}.mov").write_bytes(b"1")
    assert say(folder) == ["ok 1 items", "warn left out: 0.mov, 1.mov, 2.mov, 3.mov, 4.mov and 2 more"]
