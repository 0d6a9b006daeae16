from pathlib import Path

from tests.faults.backlog import drain_backlog, drain_over_late_line


def test_a_start_waits_for_no_backlog_and_memory_does_not_grow_while_it_is_delivered(tmp_path: Path) -> None:
    finding = drain_backlog(tmp_path, rows=20_000, drained=200)
    assert finding.is_clean, finding
    assert finding.verdict.booked >= 200


def test_a_backlog_is_booked_once_each_over_a_line_on_which_each_answer_is_late(tmp_path: Path) -> None:
    finding = drain_over_late_line(tmp_path, rows=60)
    assert finding.is_clean, finding
    assert finding.verdict.kept == finding.verdict.booked == 60
