import argparse
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import FileRefused, KioskError
from kiosk.hub.cli.hub import add_hub_commands
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.domain.credential import prove
from kiosk.hub.domain.digest import is_hash
from kiosk.hub.domain.enrolment import CodeNotFound
from kiosk.hub.sample.seed import DEMO_FILE, KEY_FILE, SETTINGS_FILE, TILL_TOKEN_FILE, TOKEN_FILES
from kiosk.hub.sample.shop import STORE
from kiosk.hub.serve import CannotListen, open_listener
from tests.doubles.sun_tag import SunTag
from tests.hub.terminal import type_command

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Types a command whose database lies in this test's folder."""

    def run(name: str, *words: str) -> int:
        return type_command(add_hub_commands, f"sqlite:///{tmp_path / 'hub.sqlite3'}", "hub", name, *words)

    return run


def test_seeding_makes_all_that_a_first_try_needs(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = ("--media", str(tmp_path / "media"), "--out", str(tmp_path / "out"))

    assert [run("seed", *places), run("seed", *places)] == [0, 0]
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *(KEY_FILE, SETTINGS_FILE, DEMO_FILE, TILL_TOKEN_FILE),
        *TOKEN_FILES.values(),
    }
    said = capsys.readouterr().out
    assert "The sample shop is ready" in said
    assert f"kiosk hub serve --database sqlite:///{tmp_path / 'hub.sqlite3'} --media {tmp_path / 'media'}\n" in said
    assert f"kiosk run --config {tmp_path / 'out' / SETTINGS_FILE}\n" in said


def test_a_folder_that_cannot_be_written_is_named(run: Run) -> None:
    with pytest.raises(FileRefused, match=r"/proc/x cannot be written \(.+\): choose other folders with --out"):
        run("seed", "--out", "/proc/x")


@pytest.mark.parametrize("words", [("serve",), ("approve", "AAAA-BBBB")])
def test_without_a_database_nothing_is_begun_but_said_what_to_do(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    with pytest.raises(KioskError, match="run `kiosk hub seed` first, or name another with --database"):
        run(*words)
    assert list(tmp_path.iterdir()) == []


def test_a_database_without_a_store_is_not_served(run: Run, tmp_path: Path) -> None:
    migrate_database(f"sqlite:///{tmp_path / 'hub.sqlite3'}")
    with pytest.raises(KioskError, match="run `kiosk hub seed` first, or name another with --database"):
        run("serve")


def test_a_port_that_is_taken_is_said_before_anything_else(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("seed", "--media", str(tmp_path / "media"), "--out", str(tmp_path))
    capsys.readouterr()

    with open_listener("127.0.0.1", 0) as listener, pytest.raises(CannotListen):
        run("serve", "--port", str(listener.getsockname()[1]))
    assert capsys.readouterr().out == ""


def test_approving_a_code_that_nobody_shows_says_what_to_do(run: Run, tmp_path: Path) -> None:
    migrate_database(f"sqlite:///{tmp_path / 'hub.sqlite3'}")
    with pytest.raises(CodeNotFound, match="read it again"):
        run("approve", "AAAA-BBBB")


@pytest.mark.parametrize(
    ("words", "taught"),
    [
        (("hub",), "kiosk hub seed"),
        (("hub", "serve"), "Phones need an address that they can reach"),
        (("hub", "seed"), "nine offers"),
        (("hub", "approve"), "short code"),
        (("hub", "tag"), "NTAG 424 DNA"),
        (("hub", "till"), "POST /v1/redemptions"),
        (("hub", "redeem"), "learns that it was worth showing"),
    ],
)
def test_the_help_teaches(words: tuple[str, ...], taught: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser(prog="kiosk")
    add_hub_commands(parser.add_subparsers())

    with pytest.raises(SystemExit):
        parser.parse_args([*words, "--help"])
    assert taught in capsys.readouterr().out


@pytest.mark.parametrize("port", ["web", "65536", "-1"])
def test_a_port_that_is_none_is_refused(run: Run, port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("serve", f"--port={port}")
    assert "a port is a number from 0 to 65535" in capsys.readouterr().err


@pytest.mark.parametrize("uid", ["04de5f1eacc040", "04:DE:5F:1E:AC:C0:40"])
def test_a_tag_written_with_the_keys_that_are_told_is_believed(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], uid: str
) -> None:
    run("seed", "--media", str(tmp_path / "media"), "--out", str(tmp_path))
    capsys.readouterr()
    run("tag", uid)
    meta_key, file_key = (bytes.fromhex(line.split()[1]) for line in capsys.readouterr().out.splitlines()[:2])
    tag = SunTag(bytes.fromhex("04de5f1eacc040"), meta_key, file_key)

    database = open_database(f"sqlite:///{tmp_path / 'hub.sqlite3'}")
    with database.write() as session:
        assert is_hash(prove(session, STORE, "sun", tag.tap()))
    database.close()


@pytest.mark.parametrize("uid", ["04de5f1e", "what", "04de5f1eacc0400"])
def test_a_uid_that_is_none_is_refused(run: Run, uid: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("tag", uid)
    assert "a UID has 14 hex digits" in capsys.readouterr().err
