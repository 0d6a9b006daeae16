import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.hub.cli.importing import add_import_command
from kiosk.hub.context import Hub
from kiosk.hub.sample.seed import KEY_FILE
from tests.hub.domain.basket import test_article_row
from tests.hub.domain.profile import test_event_row, test_member_row, test_receipt_row
from tests.hub.terminal import type_command

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command to this hub's database; its exit code, and what it said."""

    def run(*words: str) -> tuple[int, str]:
        code = type_command(add_import_command, hub.settings.database, "import", *words)
        return code, capsys.readouterr().out

    return run


def _write(path: Path, *rows: dict[str, str]) -> Path:
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_a_table_is_taken_and_its_bad_rows_are_reported_without_a_word_of_theirs(run: Run, tmp_path: Path) -> None:
    bad = {**test_event_row.ROW, "timestamp": "secret"}
    file = _write(tmp_path / "events.csv", test_event_row.ROW, bad)

    code, said = run("events", str(file))

    report = tmp_path / "events.refused.csv"
    assert (code, said) == (1, f"2 rows: 1 taken, 1 refused. Why, says {report}.\n")
    assert report.read_text().splitlines() == [
        "line,column,reason",
        '3,timestamp,"must be a time of this century, such as 2026-11-22T10:00:00+01:00"',
    ]


@pytest.mark.parametrize(
    ("what", "row"),
    [
        ("receipts", test_receipt_row.ROW),
        ("members", test_member_row.ROW),
        ("events", test_event_row.ROW),
        ("articles", test_article_row.BEER),
    ],
)
def test_a_good_table_leaves_no_report(run: Run, seeded: Path, tmp_path: Path, what: str, row: dict[str, str]) -> None:
    file = _write(tmp_path / "table.csv", row)

    code, said = run(what, str(file), "--store-key", str(seeded / KEY_FILE), "--refused", str(tmp_path / "report"))

    assert (code, said, (tmp_path / "report").exists()) == (0, "1 rows: 1 taken, 0 refused.\n", False)


def test_a_long_table_says_how_far_it_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "events.csv"
    file.write_text("event,timestamp\n" + "x,\n" * 10_001)

    code, said = run("events", str(file))

    assert (code, said.splitlines()[0]) == (1, "10000 rows, 0 taken ...")


def test_what_is_no_store_key_is_refused(run: Run, tmp_path: Path) -> None:
    file = _write(tmp_path / "table.csv", test_member_row.ROW)
    for key in (file, tmp_path / "none"):
        with pytest.raises(FileRefused, match="store key"):
            run("members", str(file), "--store-key", str(key))
