from decimal import Decimal

from kiosk.pricing.claim import make_claim
from kiosk.pricing.effect import Bundle, BuyGet, Part, Percentage
from kiosk.pricing.island import list_islands
from kiosk.pricing.lot import Lot
from kiosk.pricing.plan import make_plan
from kiosk.pricing.search import Search
from tests.pricing.shelf import grant, mark, put

LINES = [put("a", "8.00"), put("b", "2.00"), put("c", "8.00")]
LOTS = [Lot(0, 800, 1), Lot(1, 200, 1), Lot(2, 800, 1)]
BENEFITS = [
    grant("bundle", Bundle((Part(mark("a")), Part(mark("b"))), Decimal("1.00"))),
    grant("pair", BuyGet(1, 1), "a", "c"),
    grant("half", Percentage(Decimal(50)), "a", "c"),
]


def search(most_ways: int) -> Search:
    claims = [make_claim(place, benefit, LINES) for place, benefit in enumerate(BENEFITS)]
    _, island = list_islands(make_plan(claims, LOTS).steps, 3)
    return Search(island, LOTS, most_ways)


def test_the_first_way_uses_whatever_may_be_used() -> None:
    found = search(0).run()

    assert sum(cut.pieces * cut.saving for cut in found.cuts) == 900 + 400
    assert found.ways_left == 0


def test_what_it_found_is_the_best_once_nothing_is_in_doubt() -> None:
    found = search(30).run()

    assert found.doubt == 0
    assert sum(cut.pieces * cut.saving for cut in found.cuts) == 1300
    assert sum(lot.price * lot.pieces for lot in found.lots) == 1800 - 1300
