from decimal import Decimal

from kiosk.contract.money import Money, UnitPrice
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.price import Reduction
from kiosk.hub.models.catalogue.shelf_price import state_shelf_price
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def make_article(**changes: object) -> Article:
    """Half a litre of beer."""
    beer = Article(
        store_id=STORE,
        code="04006381333931",
        title={"en": "Beer"},
        price=Decimal("1.19"),
        currency="EUR",
        vat="full",
        changed_at=NOW,
        deposit=Decimal("0.08"),
        content=Decimal("0.5"),
        content_per="1 l",
        shelf="drinks",
    )
    for name, value in changes.items():
        setattr(beer, name, value)
    return beer


def make_euros(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def test_a_piece_is_told_with_its_unit_price_its_deposit_and_where_it_stands() -> None:
    assert state_shelf_price(make_article()) == ShelfPrice(
        code="04006381333931",
        title={"en": "Beer"},
        price=make_euros("1.19"),
        unit_price=UnitPrice(Decimal("2.38"), "EUR", "1 l"),
        deposit=make_euros("0.08"),
        shelf="drinks",
    )


def test_a_reduced_price_is_told_with_its_evidence() -> None:
    told = state_shelf_price(make_article(), Reduction(Decimal("1.19"), Decimal("1.49"), Decimal("1.39")))

    assert told
    assert (told.was, told.lowest_30d) == (make_euros("1.49"), make_euros("1.39"))


def test_a_reduction_of_another_price_is_not_told() -> None:
    told = state_shelf_price(make_article(), Reduction(Decimal("1.09"), Decimal("1.49"), Decimal("1.39")))

    assert told
    assert (told.price, told.was, told.lowest_30d) == (make_euros("1.19"), None, None)


def test_what_is_weighed_costs_by_the_kilogram_and_what_a_label_prices_has_no_other_price() -> None:
    weighed = state_shelf_price(make_article(sold_by="weight", deposit=Decimal(0)))

    assert weighed
    assert (weighed.sold_per, weighed.unit_price, weighed.deposit) == ("kg", None, None)
    assert state_shelf_price(make_article(sold_by="label")) is None
