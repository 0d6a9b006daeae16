from argparse import ArgumentParser
from pathlib import Path

import pytest

from kiosk.app.files.secrets import read_store_key
from kiosk.errors import FileRefused
from kiosk.hub.cli.store_key import add_store_key_command


def run(*words: str) -> int:
    parser = ArgumentParser(prog="kiosk")
    add_store_key_command(parser.add_subparsers())
    arguments = parser.parse_args(["store-key", *words])
    return int(arguments.run(arguments))


def test_a_key_is_made_that_a_screen_can_use_and_nobody_else_can_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "store.key"

    assert run(str(file)) == 0
    key = read_store_key(file)
    assert key
    assert file.stat().st_mode & 0o777 == 0o600
    told = capsys.readouterr().out
    assert "/etc/credstore/vitrine-store-key" in told
    assert key.hex() not in told


def test_a_key_that_is_there_stays_unless_another_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "store.key"
    run(str(file))
    before = file.read_bytes()

    with pytest.raises(FileRefused, match="--anew"):
        run(str(file))
    assert file.read_bytes() == before


def test_a_new_key_comes_in_the_place_of_the_old_one_which_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "store.key"
    run(str(file))
    before = read_store_key(file)

    assert run(str(file), "--anew") == 0
    assert read_store_key(file) not in (None, before)
    assert read_store_key(tmp_path / "store.key.old") == before
    assert (tmp_path / "store.key.old").stat().st_mode & 0o777 == 0o600
    assert "tied anew" in capsys.readouterr().out


def test_no_old_key_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "store.key"
    run(str(file))
    run(str(file), "--anew")
    second, first = file.read_bytes(), (tmp_path / "store.key.old").read_bytes()

    with pytest.raises(FileRefused, match="take it away"):
        run(str(file), "--anew")
    assert (file.read_bytes(), (tmp_path / "store.key.old").read_bytes()) == (second, first)


@pytest.mark.parametrize("content", [None, "no key"])
def test_what_is_no_key_is_changed_for_none(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "store.key"
    if content:
        file.write_text(content)

    with pytest.raises(FileRefused):
        run(str(file), "--anew")
    assert [path.name for path in tmp_path.iterdir()] == ([file.name] if content else [])


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="cannot be written: No such file"):
        run(str(tmp_path / "none/store.key"))
