from pathlib import Path

from tests.faults.upgrades import upgrade_full_outboxes


def test_what_waits_in_the_outbox_of_an_earlier_release_is_delivered(tmp_path: Path) -> None:
    finding = upgrade_full_outboxes(tmp_path, taps=5)
    assert finding.is_clean, finding
    assert finding.faults >= 3
    assert finding.verdict.booked == 5 * finding.faults
