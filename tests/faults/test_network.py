from pathlib import Path

from tests.faults.network import misbehave


def test_a_network_that_carries_exchanges_badly_in_every_way_loses_and_doubles_nothing(tmp_path: Path) -> None:
    finding = misbehave(tmp_path, seed=7, taps=12)
    assert finding.is_clean, finding
    assert finding.verdict.kept == finding.verdict.booked == 12
    assert finding.faults > 5
