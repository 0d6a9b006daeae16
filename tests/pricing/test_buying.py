from kiosk.pricing.act import CheaperOnes
from kiosk.pricing.buying import take_groups
from kiosk.pricing.effect import BuyGet
from kiosk.pricing.lot import Lot
from tests.pricing.shelf import grant

EFFECT = BuyGet(2, 1)
THREE_FOR_TWO = CheaperOnes(3, 1, 10_000)


def test_the_dearest_stand_together_so_that_what_is_free_is_as_dear_as_can_be() -> None:
    done = take_groups(0, grant("3x2", EFFECT), THREE_FOR_TWO, [Lot(0, 100, 4), Lot(1, 300, 3)])

    assert done.saved == 300 + 100
    assert done.left == [Lot(0, 100, 1)]


def test_it_may_be_used_no_more_often_than_it_may() -> None:
    done = take_groups(0, grant("3x2", EFFECT, most=1), THREE_FOR_TWO, [Lot(0, 100, 9)])

    assert (done.saved, done.left) == (100, [Lot(0, 100, 6)])


def test_too_few_pieces_are_left_alone() -> None:
    assert take_groups(0, grant("3x2", EFFECT), THREE_FOR_TWO, [Lot(0, 100, 2)]).taken == []


def test_half_a_price_is_saved_on_each_of_the_cheaper_ones() -> None:
    done = take_groups(0, grant("half", EFFECT), CheaperOnes(4, 2, 5000), [Lot(0, 100, 2), Lot(1, 51, 2)])

    assert done.saved == 2 * 26
