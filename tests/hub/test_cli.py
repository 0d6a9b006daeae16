import argparse
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.hub.approving import CodeNotFound
from kiosk.hub.cli import add_hub_commands
from kiosk.hub.seed import DEMO_FILE, KEY_FILE, TOKEN_FILE

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Types a command whose database lies in this test's folder."""

    def type_command(name: str, *words: str) -> int:
        parser = argparse.ArgumentParser(prog="kiosk")
        add_hub_commands(parser.add_subparsers())
        database = ("--database", f"sqlite:///{tmp_path / 'hub.sqlite3'}")
        arguments = parser.parse_args(["hub", name, *words, *database])
        return int(arguments.run(arguments))

    return type_command


def test_seeding_makes_all_that_a_first_try_needs(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = ("--media", str(tmp_path / "media"), "--out", str(tmp_path / "out"))

    assert [run("seed", *places), run("seed", *places)] == [0, 0]
    assert {path.name for path in (tmp_path / "out").iterdir()} == {KEY_FILE, TOKEN_FILE, DEMO_FILE}
    assert "The sample shop is ready" in capsys.readouterr().out


def test_approving_a_code_that_nobody_shows_says_what_to_do(run: Run) -> None:
    with pytest.raises(CodeNotFound, match="read it again"):
        run("approve", "AAAA-BBBB")


@pytest.mark.parametrize(
    ("words", "taught"),
    [
        (("hub",), "kiosk hub seed"),
        (("hub", "serve"), "--public-url"),
        (("hub", "seed"), "nine offers"),
        (("hub", "approve"), "short code"),
    ],
)
def test_the_help_teaches(words: tuple[str, ...], taught: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser(prog="kiosk")
    add_hub_commands(parser.add_subparsers())

    with pytest.raises(SystemExit):
        parser.parse_args([*words, "--help"])
    assert taught in capsys.readouterr().out
