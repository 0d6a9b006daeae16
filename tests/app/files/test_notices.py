import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.app.files.notices import FILE_NAME, NoticeFile
from kiosk.core.notice.bulletin import Board, Bulletin, Level

BOARD = Board(
    store=Bulletin({"de": "Bitte gehen", "ar": "اخرجوا"}, Level.EMERGENCY),
    own=Bulletin({"": "Wet floor 🧹"}, Level.INFO, datetime(2026, 11, 22, 10, tzinfo=UTC)),
)


def test_what_hung_there_hangs_there_again(tmp_path: Path) -> None:
    NoticeFile(tmp_path / "state", "berlin").save(BOARD)
    assert NoticeFile(tmp_path / "state", "berlin").load() == BOARD


def test_another_stores_notices_are_none_of_ours(tmp_path: Path) -> None:
    NoticeFile(tmp_path, "berlin").save(BOARD)
    assert NoticeFile(tmp_path, "hamburg").load() == Board()


def test_where_nothing_was_kept_the_board_is_empty(tmp_path: Path) -> None:
    assert NoticeFile(tmp_path, "berlin").load() == Board()


@pytest.mark.allow_log("the board is empty")
def test_a_broken_file_is_an_empty_board_until_the_next_notice(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b'{"store": "berlin", "shared": 5, "own": null}')
    file = NoticeFile(tmp_path, "berlin")
    assert file.load() == Board()
    file.save(BOARD)
    assert file.load() == BOARD


@pytest.mark.allow_log("the board is empty")
@pytest.mark.parametrize(
    "notice",
    [
        {"text": "Wet floor", "until": "2026-11-22T23:00:00"},
        {"text": {}},
        {"text": " "},
        {"text": {"en": "Wet\x1b[2J floor"}},
        {"text": "Wet \u202e floor"},
    ],
)
def test_what_could_not_have_been_heard_is_not_read_either(tmp_path: Path, notice: dict[str, object]) -> None:
    content = {"store": "berlin", "shared": None, "own": notice}
    (tmp_path / FILE_NAME).write_text(json.dumps(content))
    assert NoticeFile(tmp_path, "berlin").load() == Board()


def test_a_disk_that_takes_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    with pytest.raises(OSError, match="exists"):
        NoticeFile(tmp_path / "state", "berlin").save(BOARD)
