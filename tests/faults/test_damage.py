from pathlib import Path

from tests.faults.damage import damage_files


def test_a_damaged_outbox_is_set_aside_or_whole_never_silent_and_never_in_the_way_of_the_next_tap(
    tmp_path: Path,
) -> None:
    finding = damage_files(tmp_path, seed=7, times=60)
    assert finding.is_clean, finding
    assert finding.notes["quarantined"] > 5
    assert finding.notes["salvaged"] > 0
