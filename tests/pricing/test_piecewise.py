from decimal import Decimal

from kiosk.pricing.act import AmountOff, PercentOff
from kiosk.pricing.effect import Percentage
from kiosk.pricing.lot import Lot
from kiosk.pricing.piecewise import reckon_saving, take_pieces
from tests.pricing.shelf import grant

TEN = Percentage(Decimal(10))
LOTS = [Lot(0, 100, 2), Lot(1, 300, 2)]


def test_nothing_goes_off_a_piece_beyond_its_price() -> None:
    assert reckon_saving(PercentOff(10_000), 99) == 99
    assert reckon_saving(AmountOff(100), 99) == 99
    assert reckon_saving(AmountOff(100), 101) == 100


def test_without_a_limit_all_pieces_are_taken() -> None:
    done = take_pieces(0, grant("ten", TEN), PercentOff(1000), LOTS)

    assert (done.left, done.saved) == ([], 80)


def test_with_a_limit_the_dearest_are() -> None:
    done = take_pieces(0, grant("ten", TEN, most=3), PercentOff(1000), LOTS)

    assert done.taken == [Lot(1, 270, 2), Lot(0, 90, 1)]
    assert done.left == [Lot(0, 100, 1)]
