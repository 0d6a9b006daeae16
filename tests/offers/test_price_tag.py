from decimal import Decimal

import pytest
from msgspec.structs import replace

from kiosk.contract.money import Money, UnitPrice
from kiosk.contract.offer import Offer
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.offers.price_tag import PriceTag, state_price, state_shelf_price


def eur(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def offer(price: str, was: str | None = None, lowest: str | None = None, *, individual: bool = False) -> Offer:
    return Offer(
        "o",
        {"de": "Stiefel"},
        price=eur(price),
        was=eur(was) if was else None,
        lowest_30d=eur(lowest) if lowest else None,
        individual=individual,
    )


@pytest.mark.parametrize(
    ("stated", "tag"),
    [
        (offer("79.90"), PriceTag(eur("79.90"))),
        (offer("79.90", "99.90", "89.90"), PriceTag(eur("79.90"), eur("99.90"), eur("89.90"), 11)),
        (offer("79.90", "99.90"), PriceTag(eur("79.90"))),
        (offer("79.90", "99.90", "79.90"), PriceTag(eur("79.90"))),
        (offer("79.90", "69.90", "89.90"), PriceTag(eur("79.90"))),
        (offer("79.90", "99.90", individual=True), PriceTag(eur("79.90"), eur("99.90"), percent=20)),
        (offer("99.50", "99.90", "99.90"), PriceTag(eur("99.50"), eur("99.90"), eur("99.90"), None)),
    ],
)
def test_a_struck_price_needs_its_evidence(stated: Offer, tag: PriceTag) -> None:
    assert state_price(stated) == tag


@pytest.mark.parametrize(
    ("stated", "is_of_lowest"),
    [
        (offer("79.90", "99.90", "89.90"), True),
        (offer("79.90", "99.90", "99.90"), False),
        (offer("79.90", "99.90", individual=True), False),
    ],
)
def test_a_percentage_belongs_to_the_price_that_it_was_reckoned_from(stated: Offer, *, is_of_lowest: bool) -> None:
    tag = state_price(stated)
    assert tag is not None
    assert tag.is_of_lowest is is_of_lowest


def test_another_currency_is_no_evidence() -> None:
    mixed = Offer("o", {"de": "x"}, price=eur("1.00"), was=Money(Decimal("2.00"), "CHF"), lowest_30d=eur("1.50"))
    assert state_price(mixed) == PriceTag(eur("1.00"))


def test_an_offer_without_a_price_has_no_tag() -> None:
    assert state_price(Offer("o", {"de": "x"})) is None


def test_the_unit_price_is_always_stated() -> None:
    unit_price = UnitPrice(Decimal("6.45"), "EUR", "100 g")
    with_unit = Offer("o", {"de": "x"}, price=eur("12.90"), unit_price=unit_price)
    assert state_price(with_unit) == PriceTag(eur("12.90"), unit_price=unit_price)


def test_an_article_on_the_shelf_is_told_by_the_same_law_as_an_offer_for_everybody() -> None:
    reduced = ShelfPrice(
        code="04006381333931",
        title={"de": "Bier"},
        price=Money(Decimal("1.19"), "EUR"),
        was=Money(Decimal("1.49"), "EUR"),
        lowest_30d=Money(Decimal("1.39"), "EUR"),
    )

    assert state_shelf_price(reduced) == PriceTag(reduced.price, reduced.was, reduced.lowest_30d, 14)
    assert state_shelf_price(replace(reduced, lowest_30d=reduced.price)) == PriceTag(reduced.price)
