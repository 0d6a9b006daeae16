from random import Random

from kiosk.bench.trolley import BENEFITS, LINES, fill_trolley, print_leaflet, print_riddle
from kiosk.pricing.price import price_basket


def test_a_trolley_holds_fifty_lines_and_leaflets_thirty_benefits() -> None:
    chance = Random(1)  # noqa: S311 - the same trolley in every run

    assert len(fill_trolley(chance).lines) == LINES == 50
    assert len(print_leaflet(chance)) == len(print_riddle(chance)) == BENEFITS == 30


def test_what_a_shop_prints_is_priced_best_and_without_doubt() -> None:
    chance = Random(1)  # noqa: S311 - the same trolley in every run
    priced = price_basket(fill_trolley(chance), print_leaflet(chance))

    assert priced.saved > 0
    assert priced.doubt == 0
