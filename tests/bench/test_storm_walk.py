from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures
from kiosk.bench.said import Said
from kiosk.bench.storm_walk import Change, Walk, judge_walks, measure_walks

LEFT, CAME = Said("left", 10.2, zone="a"), Said("near", 10.4, zone="b")


def change(*said: Said) -> Change:
    return Change("b", 10.0, said)


def test_a_change_is_a_departure_and_an_arrival() -> None:
    assert (change(LEFT, CAME).seconds, change(LEFT, CAME).strays) == (CAME.at - 10.0, 0)
    assert change(CAME).strays == 0


def test_what_is_neither_strays() -> None:
    assert change(LEFT, Said("near", 10.3, zone="c"), Said("left", 10.3, zone="c"), CAME).strays == 2
    assert change(LEFT, CAME, Said("left", 10.5, zone="b")).strays == 1
    assert change(LEFT, CAME, Said("left", 10.5, zone="b"), CAME).strays == 2


def test_who_is_not_seen_to_come_is_lost() -> None:
    walk = Walk.of([change(LEFT, CAME), change(LEFT), change()])

    assert (walk.changes, walk.lost, walk.strays, walk.delays.count) == (3, 2, 0, 1)
    assert str(walk).startswith("3 zone changes, 2 lost, 0 that were none; p50 400.0 ms")


def test_a_walk_is_judged_by_what_is_lost_and_by_what_strays() -> None:
    figures = Figures(9, 400.0, 500.0, 500.0)
    verdicts = judge_walks({"quiet": Walk(9, 0, 0, figures), "noise": Walk(9, 1, 2, figures)})

    assert [(verdict.measured, verdict.is_met) for verdict in verdicts] == [(0, True), (3, False)]


def test_a_member_is_followed_from_zone_to_zone_amid_a_crowd() -> None:
    walks = measure_walks(Effort(1, 4), {"noise": ["20", "1000"]})

    assert [(name, walk.changes, walk.lost) for name, walk in walks.items()] == [("quiet", 4, 0), ("noise", 4, 0)]
    assert all(walk.delays.count == 4 for walk in walks.values())
