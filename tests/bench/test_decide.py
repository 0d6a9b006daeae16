from kiosk.bench.decide import ELIGIBLE, fill_floor, judge_decide, make_instant, time_decisions
from kiosk.core.advance import advance
from kiosk.core.events import ShopperNear
from kiosk.core.scene import Offering


def test_every_shopper_of_the_floor_is_shown_an_offer_of_her_segment() -> None:
    floor = fill_floor(offers=3 * ELIGIBLE, shoppers=10)

    scene = advance(floor, ShopperNear("m-4", "bench", 1.0), make_instant(1.0)).floor.scene

    assert isinstance(scene, Offering)
    assert scene.offer.audience.all == ("s-1",)


def test_each_decision_is_timed() -> None:
    times = time_decisions(offers=40, shoppers=10, count=25)

    assert len(times) == 25
    assert all(seconds > 0 for seconds in times)


def test_growth_is_what_ten_times_as_much_costs() -> None:
    report = judge_decide([0.0003], [0.0002])

    assert [verdict.is_met for verdict in report.verdicts] == [True, True]
