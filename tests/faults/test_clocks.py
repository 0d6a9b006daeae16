from pathlib import Path

from tests.doubles.lent_clock import LIBRARY
from tests.faults.clocks import jump_clocks


def test_a_wall_clock_that_jumps_by_years_loses_and_doubles_nothing(tmp_path: Path) -> None:
    assert LIBRARY, "the package faketime is not installed"
    finding = jump_clocks(tmp_path, seed=7, jumps=2, taps=5)
    assert finding.is_clean, finding
    assert finding.verdict.kept == finding.verdict.booked == 10
