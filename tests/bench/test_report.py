from pathlib import Path

import pytest
from msgspec import json

from kiosk.bench.figures import Figures, Verdict
from kiosk.bench.report import Report, list_lines, save_report
from kiosk.errors import FileRefused

REPORT = Report("latency", {"screen": Figures(2, 1.0, 2.0, 2.0), "shown": 1.0}, (Verdict("x bare", 1.15, 1.0),))
AS_JSON = {
    "bench": "latency",
    "screen": {"count": 2, "p50": 1.0, "p95": 2.0, "p99": 2.0},
    "shown": 1.0,
    "targets": [{"what": "x bare", "at_most": 1.15, "measured": 1.0, "met": True}],
}


def test_a_report_is_read_line_by_line_and_its_last_line_is_json() -> None:
    *lines, last = list_lines(REPORT)

    assert lines == [
        "screen: p50 1.0 ms, p95 2.0, p99 2.0 (n=2)",
        "shown: 1.00",
        "target <= 1.15 x bare: 1.00, met",
    ]
    assert json.decode(last) == AS_JSON


def test_what_is_not_a_number_is_null() -> None:
    *_, last = list_lines(Report("start", {"screen": Figures.of([])}))

    assert json.decode(last)["screen"] == {"count": 0, "p50": None, "p95": None, "p99": None}


def test_a_report_is_saved(tmp_path: Path) -> None:
    save_report(REPORT, tmp_path / "latency.json")

    assert json.decode((tmp_path / "latency.json").read_bytes()) == AS_JSON


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="nowhere"):
        save_report(REPORT, tmp_path / "nowhere" / "latency.json")
