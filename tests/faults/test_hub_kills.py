from pathlib import Path

from tests.faults.hub_kills import TAPS, kill_hub


def test_a_hub_that_is_killed_amid_taps_keeps_each_that_was_acknowledged_once_and_in_its_order(tmp_path: Path) -> None:
    finding = kill_hub(tmp_path, seed=7, kills=2)
    assert finding.is_clean, finding
    assert finding.verdict.kept == finding.verdict.booked == 2 * TAPS
