from pathlib import Path

from tests.faults.backlog import drain_backlog


def test_a_start_waits_for_no_backlog_and_memory_does_not_grow_while_it_is_delivered(tmp_path: Path) -> None:
    finding = drain_backlog(tmp_path, rows=20_000, drained=200)
    assert finding.is_clean, finding
    assert finding.verdict.booked >= 200
