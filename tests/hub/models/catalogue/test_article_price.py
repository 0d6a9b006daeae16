from datetime import timedelta
from decimal import Decimal

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.article_price import (
    list_article_prices,
    map_article_reductions,
    note_price,
    reckon_article_reduction,
)
from kiosk.hub.models.catalogue.price import ArticlePrice, Reduction
from kiosk.hub.sample.shop import STORE
from tests.hub.models.catalogue.test_article import add
from tests.hub.running import NOW


def _make_history(*steps: tuple[float, str]) -> list[ArticlePrice]:
    return [
        ArticlePrice(store_id=STORE, code="1", since=NOW - timedelta(days=days), amount=Decimal(amount))
        for days, amount in steps
    ]


def test_a_price_is_noted_once_until_it_is_another_one(hub: Hub) -> None:
    with hub.database.write() as session:
        boots = add(session, "1", None, None)
        for hours, price in enumerate(("79.90", "79.90", "69.90", "79.90")):
            boots.price = Decimal(price)
            note_price(session, boots, NOW + timedelta(hours=hours))

        assert [(str(one.amount), one.since.hour - NOW.hour) for one in list_article_prices(session, boots)] == [
            ("79.90", 0),
            ("69.90", 2),
            ("79.90", 3),
        ]


def test_the_reductions_of_a_store_are_told_by_article(hub: Hub) -> None:
    with hub.database.write() as session:
        for code, price in (("1", "69.90"), ("2", "79.90")):
            boots = add(session, code, None, None)
            note_price(session, boots, NOW - timedelta(days=60))
            boots.price = Decimal(price)
            note_price(session, boots, NOW)
        told = map_article_reductions(session, STORE, NOW)

        assert told["1"] == Reduction(Decimal("69.90"), Decimal("79.90"), Decimal("79.90"))
        assert told["2"] == Reduction(Decimal("79.90"))
        assert map_article_reductions(session, "anderswo", NOW) == {}


def test_of_two_prices_of_one_moment_the_last_one_held(hub: Hub) -> None:
    with hub.database.write() as session:
        boots = add(session, "1", None, None)
        for price in ("79.90", "69.90"):
            boots.price = Decimal(price)
            note_price(session, boots, NOW)

        assert [str(one.amount) for one in list_article_prices(session, boots)] == ["69.90"]


@pytest.mark.parametrize(
    ("history", "reduction"),
    [
        ([], Reduction()),
        ([(90, "10")], Reduction(Decimal(10))),
        ([(200, "30"), (24, "27"), (17, "30"), (3, "23")], Reduction(Decimal(23), Decimal(30), Decimal(27))),
        ([(200, "30"), (29.9, "23")], Reduction(Decimal(23), Decimal(30), Decimal(30))),
        # What has cost that for a month is no reduction any more: it is the price.
        ([(200, "30"), (30, "23")], Reduction(Decimal(23))),
        # A price of tomorrow makes nothing of today older or newer.
        ([(200, "30"), (30, "23"), (-1, "20")], Reduction(Decimal(23))),
    ],
)
def test_a_fall_in_price_is_told_as_a_reduction_for_a_month(
    history: list[tuple[float, str]], reduction: Reduction
) -> None:
    assert reckon_article_reduction(_make_history(*history), NOW) == reduction
