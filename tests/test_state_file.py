import os
from pathlib import Path

import pytest
from msgspec import Struct

from kiosk.state_file import StateFile, StateUnusable

LARGEST = 1000


class Visits(Struct, frozen=True):
    guest: str
    count: int = 0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "visits.json"


@pytest.fixture
def file(path: Path) -> StateFile[Visits]:
    return StateFile(path, Visits, LARGEST)


def test_what_was_kept_is_there_again_and_replaced_as_a_whole(file: StateFile[Visits]) -> None:
    for visits in (Visits("anna", 7), Visits("ben")):
        file.write(visits)
        assert file.read() == visits


def test_where_nothing_was_kept_there_is_nothing(file: StateFile[Visits]) -> None:
    assert file.read() is None


def test_only_the_owner_may_look_at_it(file: StateFile[Visits], path: Path) -> None:
    file.write(Visits("anna"))
    modes = [place.stat().st_mode & 0o777 for place in (path.parent, path)]
    assert (modes, list(path.parent.iterdir())) == ([0o700, 0o600], [path])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"guest": "anna", "count": "7"}',
        b'{"count": 7}',
        b"[" * 900,
        b'{"guest": "anna", "deep": ' + b"[" * 900,
        b" " * LARGEST + b'{"guest": "anna"}',
    ],
)
def test_what_was_not_kept_like_this_is_refused_and_nothing_of_it_is_said(
    file: StateFile[Visits], path: Path, content: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StateUnusable, match=r"^visits\.json cannot be used \(\w+\)$"):
        file.read()


def test_a_pipe_in_its_place_holds_nobody_up_and_is_replaced(file: StateFile[Visits], path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    with pytest.raises(StateUnusable, match="OSError"):
        file.read()
    file.write(Visits("anna"))
    assert file.read() == Visits("anna")


def test_a_write_that_fails_says_so_and_leaves_the_old_one_whole(file: StateFile[Visits], path: Path) -> None:
    file.write(Visits("anna"))
    path.with_name("visits.json.part").mkdir()
    with pytest.raises(OSError, match="directory"):
        file.write(Visits("ben"))
    assert file.read() == Visits("anna")


def test_what_is_removed_is_gone_however_often(file: StateFile[Visits]) -> None:
    file.write(Visits("anna"))
    file.remove()
    file.remove()
    assert file.read() is None


def test_what_is_set_aside_can_be_looked_at_and_is_not_read(file: StateFile[Visits], path: Path) -> None:
    file.write(Visits("anna"))
    kept = path.read_bytes()
    file.set_aside()
    assert (file.read(), path.with_name("visits.json.broken").read_bytes()) == (None, kept)
