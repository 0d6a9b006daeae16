from pathlib import Path

from tests.faults.poison import mix_in_poison


def test_rows_that_cannot_be_read_hold_up_no_other(tmp_path: Path) -> None:
    finding = mix_in_poison(tmp_path, seed=7, taps=20, poisoned=10)
    assert finding.is_clean, finding
    assert finding.verdict.booked == 10
