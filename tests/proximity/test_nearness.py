import pytest

from kiosk.proximity.nearness import LONGEST_WEIGHED_S, MOST_WEIGHT, Nearness

_NEARNESS = Nearness(near_m=2.0, far_m=4.0, dwell_s=0.5, leave_s=8.0)


@pytest.mark.parametrize(
    ("metres", "gap_s", "evidence"),
    [
        (4.0, 1.0, 1.0),
        (4.0, 0.5, 0.5),
        (2.0, 1.0, -1.0),
        (8.0**0.5, 1.0, 0.0),
        (100.0, 1.0, MOST_WEIGHT),
        (4.0, 30.0, LONGEST_WEIGHED_S),
        (4.0, 0.0, 0.0),
    ],
)
def test_a_reading_counts_by_its_decibels_and_its_time(metres: float, gap_s: float, evidence: float) -> None:
    assert _NEARNESS.add_departure(5.0, metres, gap_s) == pytest.approx(5.0 + evidence)


def test_there_is_no_evidence_below_none() -> None:
    assert _NEARNESS.add_departure(0.0, 0.1, 1.0) == 0.0


def test_edges_that_coincide_still_tell_near_from_far() -> None:
    edge = Nearness(near_m=2.0, far_m=2.0, dwell_s=0.5, leave_s=8.0)

    assert edge.add_departure(3.0, 1.0, 1.0) < 3.0 < edge.add_departure(3.0, 3.0, 1.0)


def test_to_be_clearly_near_and_long_enough_gone_follow_from_the_settings() -> None:
    assert (_NEARNESS.clear_m, _NEARNESS.away_s) == pytest.approx((1.2, 4.8))
