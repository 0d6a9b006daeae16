from pathlib import Path

from tests.faults.full_disk import TAPS, fill_and_free


def test_a_disk_that_is_full_loses_nothing_that_was_acknowledged_and_once_it_has_room_the_screen_goes_on(
    tmp_path: Path,
) -> None:
    finding = fill_and_free(tmp_path, cycles=5)
    assert finding.is_clean, finding
    assert (finding.verdict.tapped, finding.verdict.booked) == (10 * TAPS, 5 * TAPS)
