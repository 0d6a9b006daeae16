from kiosk.bench.effort import Effort
from kiosk.bench.stand import open_stand
from kiosk.bench.visits import open_visits

EFFORT = Effort(1, 3, every_s=0.02, warm_up=1)


def test_each_visit_is_published_then_heard_then_shown() -> None:
    with open_stand(EFFORT.visits) as stand, stand.start_bare() as side, open_visits(stand, side, EFFORT) as visits:
        measured = visits.measure(3)

    assert len(measured) == 3
    assert all(visit.published_at < visit.heard_at < visit.swapped_at for visit in measured)
    assert all(visit.seconds > 0 for visit in measured)
