from kiosk.bench.assortment import make_shopper
from kiosk.bench.decide import JUDGED, ZONE, Shop, judge_decide, make_instant, time_decisions
from kiosk.bench.effort import Effort
from kiosk.core.advance import advance
from kiosk.core.events import ShopperNear
from kiosk.core.glass.scene import Attract, Offering
from kiosk.offers.crowd import Crowd

CROWD = Crowd({shopper.key: shopper for shopper in map(make_shopper, range(10))})


def test_every_shopper_is_shown_an_offer_of_her_segment() -> None:
    floor = Shop(200, CROWD).floor

    scene = advance(floor, ShopperNear("m-4", ZONE, 1.0), make_instant(1.0)).floor.scene

    assert isinstance(scene, Offering)
    assert "s-4" in scene.offer.audience.all


def test_a_shopper_leaves_before_the_next_comes() -> None:
    shop = Shop(200, CROWD)

    assert shop.time_decision("m-4") > 0
    assert isinstance(shop.floor.scene, Attract)


def test_each_decision_is_timed_in_shops_of_each_size() -> None:
    times = time_decisions((100, 200), 10, Effort(rounds=2, events=5))

    assert {size: len(seconds) for size, seconds in times.items()} == {100: 10, 200: 10}


def test_what_counts_is_the_time_in_a_large_shop_and_what_more_offers_cost() -> None:
    report = judge_decide({100: [0.0002], JUDGED: [0.0009], 10 * JUDGED: [0.0004]})

    assert [verdict.is_met for verdict in report.verdicts] == [True, False]
    assert list(report.values) == ["offers_100", "offers_10000", "offers_100000"]
