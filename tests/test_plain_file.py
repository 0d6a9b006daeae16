import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.plain_file import open_plain, read_plain, replace_plain


def _link(path: Path) -> None:
    target = path.with_name("target")
    target.write_bytes(b"elsewhere")
    path.symlink_to(target)


TRAPS: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "link": _link,
    "device": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.fixture(params=TRAPS)
def trap(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """What lies where a file should, and would hold a reader up or lead it elsewhere."""
    path = tmp_path / "state.json"
    TRAPS[request.param](path)
    return path


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_bytes(b"{}")

    assert read_plain(tmp_path / "state.json", 2) == b"{}"


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_bytes(b"{ }")

    with pytest.raises(OSError, match="File too large"):
        read_plain(tmp_path / "state.json", 2)


def test_what_is_no_plain_file_is_neither_read_nor_waited_for(trap: Path) -> None:
    with pytest.raises(OSError, match=r"state\.json"):
        read_plain(trap, 100)


def test_what_is_no_plain_file_is_not_added_to(trap: Path) -> None:
    with pytest.raises(OSError, match=r"state\.json"):
        open_plain(trap, os.O_WRONLY | os.O_CREAT | os.O_APPEND)


def test_a_device_is_no_plain_file() -> None:
    with pytest.raises(OSError, match="no plain file"):
        open_plain(Path("/dev/zero"), os.O_RDONLY)


def test_a_pipe_that_is_being_read_is_not_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "state.json.part")
    reader = os.open(tmp_path / "state.json.part", os.O_RDONLY | os.O_NONBLOCK)
    replace_plain(tmp_path / "state.json", b"secret")
    heard = os.read(reader, 100)
    os.close(reader)

    assert (heard, read_plain(tmp_path / "state.json", 100)) == (b"", b"secret")


def test_what_is_replaced_is_there_for_the_owner_alone(tmp_path: Path) -> None:
    for content in (b"old", b"new"):
        replace_plain(tmp_path / "state.json", content)

    assert read_plain(tmp_path / "state.json", 100) == b"new"
    assert [(path.name, path.stat().st_mode & 0o777) for path in tmp_path.iterdir()] == [("state.json", 0o600)]


@pytest.mark.skipif(os.geteuid() != 0, reason="nobody but root gives files away")
def test_what_is_replaced_stays_whose_it_was_where_that_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "acl"
    file.write_bytes(b"old")
    os.chown(file, 1234, 4321)
    replace_plain(file, b"new", keeps_owner=True)
    kept = (file.stat().st_uid, file.stat().st_gid)
    replace_plain(file, b"newer")

    assert kept == (1234, 4321)
    assert (file.stat().st_uid, file.stat().st_gid) == (os.geteuid(), os.getegid())


def test_what_has_no_owner_yet_gets_one(tmp_path: Path) -> None:
    replace_plain(tmp_path / "acl", b"new", keeps_owner=True)

    assert (tmp_path / "acl").stat().st_uid == os.geteuid()


def test_a_file_takes_the_place_of_a_pipe_or_a_link(tmp_path: Path) -> None:
    _link(tmp_path / "state.json")
    replace_plain(tmp_path / "state.json", b"here")

    assert read_plain(tmp_path / "state.json", 100) == b"here"
    assert (tmp_path / "target").read_bytes() == b"elsewhere"


def test_both_the_bytes_and_the_name_outlast_a_power_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []

    def note(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").readlink().name)

    monkeypatch.setattr("os.fsync", note)
    replace_plain(tmp_path / "state.json", b"new")

    assert synced == ["state.json.part", tmp_path.name]
