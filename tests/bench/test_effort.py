from kiosk.bench.effort import Effort


def test_an_effort_has_a_visit_for_every_event_and_for_the_warm_up() -> None:
    assert Effort(1, 20, warm_up=16).visits >= 36
