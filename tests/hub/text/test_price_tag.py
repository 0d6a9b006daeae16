from decimal import Decimal

from kiosk.contract.money import Money, UnitPrice
from kiosk.contract.offer import Offer
from kiosk.hub.text.price_tag import make_tag
from kiosk.hub.text.words import ENGLISH, GERMAN


def _euro(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def test_an_offer_without_a_price_has_no_tag() -> None:
    assert make_tag(Offer(id="o", title={"en": "O"}), ENGLISH) is None


def test_a_reduction_is_printed_with_its_evidence() -> None:
    offer = Offer(id="o", title={"en": "O"}, price=_euro("80"), was=_euro("120"), lowest_30d=_euro("100"))

    tag = make_tag(offer, ENGLISH)

    assert tag
    assert (tag.price, tag.was, tag.percent) == ("€80.00", "€120.00", "")
    assert tag.lowest_30d == "Lowest price of the last 30 days: €100.00\N{NO-BREAK SPACE}(\N{MINUS SIGN}20%)"


def test_a_percentage_stands_beside_the_struck_price_if_that_is_the_lowest() -> None:
    offer = Offer(id="o", title={"en": "O"}, price=_euro("80"), was=_euro("100"), lowest_30d=_euro("100"))

    tag = make_tag(offer, GERMAN)

    assert tag
    assert tag.percent == "\N{MINUS SIGN}20\N{NO-BREAK SPACE}%"
    assert tag.lowest_30d == "Niedrigster Preis der letzten 30 Tage: 100,00\N{NO-BREAK SPACE}€"


def test_a_reduction_without_evidence_is_not_printed() -> None:
    tag = make_tag(Offer(id="o", title={"en": "O"}, price=_euro("80"), was=_euro("120")), GERMAN)

    assert tag
    assert (tag.was, tag.percent, tag.lowest_30d) == ("", "", "")


def test_a_unit_price_follows_its_quantity() -> None:
    unit = UnitPrice(Decimal("12.73"), "EUR", "100 g")
    offer = Offer(id="o", title={"de": "O"}, price=_euro("28"), unit={"de": "220 g"}, unit_price=unit)

    tag = make_tag(offer, GERMAN)

    assert tag
    assert tag.unit == "220 g · 12,73\N{NO-BREAK SPACE}€ / 100 g"


def test_a_price_falls_into_parts_that_are_printed_in_a_row() -> None:
    tag = make_tag(Offer(id="o", title={"de": "O"}, price=_euro("22.90")), GERMAN)

    assert tag
    assert (tag.whole, tag.mark, tag.cents, tag.sign) == ("22", ",", "90", "€")
