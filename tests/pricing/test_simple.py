from decimal import Decimal

from kiosk.pricing.claim import make_claim
from kiosk.pricing.effect import Amount, Percentage
from kiosk.pricing.lot import Cut, Lot
from kiosk.pricing.simple import list_simple, take_best
from tests.pricing.shelf import grant, put

LINES = [put("a", "1.00"), put("b", "10.00"), put("c", "1.00")]
CLAIMS = [
    make_claim(place, benefit, LINES)
    for place, benefit in enumerate(
        [
            grant("five", Percentage(Decimal(5)), "all"),
            grant("twenty", Percentage(Decimal(20)), "a", "b"),
            grant("fifty", Amount(Decimal("0.50")), "a", "b"),
            grant("forty", Amount(Decimal("0.40")), "a", "b"),
            grant("again", Amount(Decimal("0.50")), "a", "b"),
        ]
    )
]


def test_each_piece_goes_to_what_takes_most_off_it_and_of_equals_to_the_first() -> None:
    done = take_best(list_simple(CLAIMS), [Lot(0, 100, 2), Lot(1, 1000, 1), Lot(2, 100, 1)])

    assert done.cuts == [Cut(2, 0, 2, 50), Cut(1, 1, 1, 200), Cut(0, 2, 1, 5)]
    assert done.taken == [Lot(0, 50, 2), Lot(1, 800, 1), Lot(2, 95, 1)]


def test_where_nothing_goes_off_a_piece_stays_as_it_is() -> None:
    free = Lot(0, 0, 1)

    assert take_best(list_simple(CLAIMS), [free]).left == [free]
    assert take_best({}, [Lot(0, 100, 1)]).left == [Lot(0, 100, 1)]
