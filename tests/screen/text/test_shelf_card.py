import pytest

from kiosk.contract.money import UnitPrice
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.places import find_shipped
from kiosk.screen.text.shelf_card import ShelfCard, describe_shelf_price
from kiosk.theming.package import read_theme
from tests.contract.test_shelf_price import CODE, make_money, make_price

WORDS = read_theme(find_shipped("themes") / "daylight").words
REDUCED = make_price(
    unit_price=UnitPrice(make_money("2.38").amount, "EUR", "1 l"),
    was=make_money("1.49"),
    lowest_30d=make_money("1.39"),
    deposit=make_money("0.08"),
)


def describe(price: ShelfPrice, language: str = "de", *, holds: bool = True) -> ShelfCard:
    return describe_shelf_price(price, language, WORDS[language], holds=holds)


def test_a_reduced_price_stands_with_its_evidence_its_unit_price_and_its_deposit() -> None:
    card = describe(REDUCED)

    assert (card.title, str(card.price), card.struck) == ("Bier", "1,19\u00a0€", "1,49\u00a0€")
    assert card.lowest == "Niedrigster Preis der letzten 30\u00a0Tage:\u00a01,39\u00a0€ (\u221214\u00a0%)"
    assert card.unit == "2,38\u00a0€ je\u00a01\u00a0l\nzzgl. 0,08\u00a0€ Pfand"
    assert describe(REDUCED, "en").unit == "€2.38 per 1\u00a0l\nplus €0.08 deposit"


@pytest.mark.parametrize(("lowest", "percent"), [("1.49", "\u221220\u00a0%"), ("1.39", ""), ("1.19", ""), ("1.00", "")])
def test_a_percentage_stands_beside_the_struck_price_only_where_it_is_true_of_it(lowest: str, percent: str) -> None:
    card = describe(make_price(was=make_money("1.49"), lowest_30d=make_money(lowest)))

    assert card.percent == percent
    assert bool(card.struck) is (lowest > "1.19")


def test_what_is_weighed_says_so() -> None:
    assert describe(make_price(sold_per="kg")).unit == "je kg"


def test_where_a_price_does_not_hold_nothing_of_it_is_said() -> None:
    assert describe(REDUCED, holds=False) == ShelfCard(CODE, "Bier", ask="Preis an der Kasse")
