from decimal import Decimal

from kiosk.contract.money import UnitPrice
from kiosk.hub.domain.labels.label_text import write_label
from kiosk.hub.shelf_labels.drawing import LabelText
from tests.contract.test_shelf_price import make_money, make_price

REDUCED = make_price(
    title={"de": "Bier", "en": "Beer"},
    unit_price=UnitPrice(Decimal("2.38"), "EUR", "1 l"),
    was=make_money("1.49"),
    lowest_30d=make_money("1.39"),
    deposit=make_money("0.08"),
)


def test_a_label_says_the_price_with_all_that_the_law_wants_beside_it() -> None:
    text = write_label(REDUCED, "de")

    assert (text.title, text.price, text.struck) == ("Bier", "1,19\u00a0€", "1,49\u00a0€")
    assert text.fine[0].startswith("Niedrigster Preis der letzten 30 Tage: 1,39\u00a0€ (")
    assert text.fine[1:] == ("1 l = 2,38\u00a0€", "zzgl. 0,08\u00a0€ Pfand")
    assert write_label(REDUCED, "en").fine[2] == "plus €0.08 deposit"


def test_what_is_weighed_says_so() -> None:
    assert write_label(make_price(sold_per="kg"), "de").fine == ("je kg",)


def test_of_what_is_sold_no_more_nothing_is_said_that_could_be_taken_for_a_price() -> None:
    assert write_label(None, "de") == LabelText("", "---")
