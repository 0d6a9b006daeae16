import os
from pathlib import Path

import pytest

from kiosk.playlog.entry import Accepted, Kept
from kiosk.playlog.journal import FILE_NAME, OLDER_NAME, Journal


def test_what_was_written_is_read_in_its_order(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "state")
    journal.write(Kept("i-1", "b-1"))
    Journal(tmp_path / "state").write(Accepted("b-1"))
    assert list(journal.read()) == [Kept("i-1", "b-1"), Accepted("b-1")]


def test_where_nothing_was_written_there_is_nothing(tmp_path: Path) -> None:
    assert list(Journal(tmp_path).read()) == []


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    Journal(tmp_path).write(Accepted("b-1"))
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_it_never_grows_beyond_two_files(tmp_path: Path) -> None:
    journal = Journal(tmp_path, largest=1_000)
    for number in range(500):
        journal.write(Accepted(f"b-{number}"))
    sizes = [(tmp_path / name).stat().st_size for name in (FILE_NAME, OLDER_NAME)]
    assert max(sizes) <= 1_100
    assert list(journal.read())[-1] == Accepted("b-499")
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE_NAME, OLDER_NAME]


@pytest.mark.parametrize("rubbish", [b'{"type":"accepted","book', b"\xff\n", b"[]\n", b'{"type":"card"}\n', b"\0" * 99])
def test_a_broken_line_costs_itself_alone(tmp_path: Path, rubbish: bytes) -> None:
    journal = Journal(tmp_path)
    journal.write(Accepted("b-1"))
    with (tmp_path / FILE_NAME).open("ab") as file:
        file.write(rubbish)
    journal.write(Accepted("b-2"))
    assert list(journal.read()) == [Accepted("b-1"), Accepted("b-2")]


def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    with pytest.raises(OSError, match=FILE_NAME):
        Journal(tmp_path).write(Accepted("b-1"))
    with pytest.raises(OSError, match=FILE_NAME):
        list(Journal(tmp_path).read())
