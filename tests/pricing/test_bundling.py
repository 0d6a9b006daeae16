from decimal import Decimal

from kiosk.pricing.act import BundleAt
from kiosk.pricing.bundling import sum_dearest, take_bundles
from kiosk.pricing.effect import Bundle, Part
from kiosk.pricing.lot import Lot, sum_prices
from tests.pricing.shelf import grant, mark

EFFECT = Bundle((Part(mark("bun")), Part(mark("jam"), 2)), Decimal("4.00"))
ACT = BundleAt((1, 2), 400)
BUNS, JAM = [Lot(0, 50, 1), Lot(1, 200, 2)], [Lot(2, 150, 3), Lot(3, 90, 3)]


def test_the_dearest_of_each_part_go_together_while_that_saves_something() -> None:
    done = take_bundles(0, grant("set", EFFECT), ACT, [BUNS, JAM])

    assert done.saved == (200 + 150 + 150 - 400) + (200 + 150 + 90 - 400)
    assert sum_prices(done.taken) == 2 * 400
    assert done.left == [Lot(0, 50, 1), Lot(3, 90, 2)]


def test_it_may_be_used_no_more_often_than_it_may() -> None:
    assert take_bundles(0, grant("set", EFFECT, most=1), ACT, [BUNS, JAM]).saved == 100


def test_equal_bundles_are_reckoned_at_once() -> None:
    many = [[Lot(0, 200, 1), Lot(1, 150, 99)], [Lot(2, 160, 198), Lot(3, 90, 9)]]
    done = take_bundles(0, grant("set", EFFECT), ACT, many)

    assert done.saved == 120 + 98 * 70
    assert len(done.taken) <= 8
    assert done.left == [Lot(1, 150, 1), Lot(3, 90, 9)]


def test_without_a_part_there_is_no_bundle() -> None:
    done = take_bundles(0, grant("set", EFFECT), ACT, [[], JAM])

    assert (done.taken, done.left) == ([], JAM)


def test_the_dearest_bundle_is_known_beforehand() -> None:
    assert sum_dearest(ACT, [BUNS, JAM]) == 500
