import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.cli.main import run_command
from kiosk.playlog.entry import Accepted, Kept, Showing
from kiosk.playlog.journal import Journal

EVENING = datetime(2026, 11, 21, 22, 59, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 21, 23, 0, tzinfo=UTC)


@pytest.fixture
def options(tmp_path: Path) -> tuple[str, ...]:
    given = ("store.id=s", "screen.id=w", "screen.zones=home", f"state.dir={tmp_path / 'state'}")
    journal = Journal(tmp_path / "state")
    journal.write(Showing("i-1", EVENING, 8.0, "loop", None, "poster"))
    journal.write(Kept("i-2", "b-1"))
    journal.write(Showing("i-2", MIDNIGHT, 12.5, "proximity", "boots", None, taps=1))
    journal.write(Accepted("b-1"))
    return tuple(word for one in given for word in ("--set", one))


def test_it_is_printed_as_csv(options: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["playlog", "export", *options]) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert [(row["impression"], row["kept"], row["accepted"]) for row in rows] == [("i-1", "0", "0"), ("i-2", "1", "1")]


def test_a_day_is_the_stores_own(options: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    words = ["playlog", "export", "--format", "jsonl", "--from", "2026-11-22", "--to", "2026-11-23", *options]
    assert run_command(words) == 0
    (line,) = capsys.readouterr().out.splitlines()
    play = json.loads(line)
    assert (play["impression"], play["shown_at"]) == ("i-2", "2026-11-22T00:00:00.000+01:00")


def test_it_is_written_to_a_file(options: tuple[str, ...], tmp_path: Path) -> None:
    out = tmp_path / "plays.csv"
    assert run_command(["playlog", "export", "--out", str(out), *options]) == 0
    assert out.read_bytes().count(b"\r\n") == 3


def test_a_screen_that_showed_nothing_yet_has_an_empty_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("--set", "store.id=s", "--set", "screen.id=w", "--set", "screen.zones=home")
    words = ["playlog", "export", "--format", "jsonl", *given, "--set", f"state.dir={tmp_path}"]
    assert run_command(words) == 0
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_written_is_named(
    options: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["playlog", "export", "--out", str(tmp_path / "no" / "plays.csv"), *options]) == 2
    assert "plays.csv: No such file or directory" in capsys.readouterr().err


@pytest.mark.parametrize("time", ["yesterday", "2026-11-22T10:00Z"])
def test_a_time_that_is_none_is_refused(
    options: tuple[str, ...], time: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run_command(["playlog", "export", "--from", time, *options])
    assert "store's own time" in capsys.readouterr().err
