import pytest

from kiosk.simulation.findings import Findings, find_percentile, reckon_fairness


@pytest.mark.parametrize(
    ("shares", "fairness"),
    [([5, 5, 5], 1.0), ([9, 0, 0], 1 / 3), ([1, 2, 3], 36 / 42), ([0, 0], 1.0), ([], 1.0)],
)
def test_fairness_is_jains_index(shares: list[float], fairness: float) -> None:
    assert reckon_fairness(shares) == pytest.approx(fairness)


@pytest.mark.parametrize(("values", "median", "p95"), [([], 0, 0), ([3.0], 3, 3), (list(range(101)), 50, 95)])
def test_a_percentile_is_one_of_few_or_many(values: list[float], median: float, p95: float) -> None:
    assert (find_percentile(values, 50), find_percentile(values, 95)) == (median, p95)


def test_a_person_can_read_what_it_came_to() -> None:
    findings = Findings(1, 12, 10, 9, 4, 0.0, 6.0, 7.0, 30, 12, 5, 2, 0.5)

    assert findings.describe() == (
        "Of 12 who came by, 10 came near; 9 of them got an offer, 4 did not get it at once. Half of those served "
        "waited at most 0.0 s, 95 % at most 6.0 s, the longest 7.0 s. The screen changed 30 times, 12 times to "
        "an offer for somebody, of 5 kinds; 2 were kept. "
        "Fairness among those who waited: 0.50 of 1."
    )
