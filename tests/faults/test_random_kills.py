from pathlib import Path

from tests.faults.random_kills import Siege, kill_at_random


def test_kills_at_random_moments_and_an_api_that_fails_half_of_the_time_lose_and_double_nothing(tmp_path: Path) -> None:
    finding = kill_at_random(tmp_path, seed=7, siege=Siege(kills=8, taps=25))
    assert finding.is_clean, finding
    assert finding.verdict.kept > 8
    assert finding.notes["posts"] >= finding.verdict.booked
