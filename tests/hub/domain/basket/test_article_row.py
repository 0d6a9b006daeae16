from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.article_row import NEEDED, take_article_row
from kiosk.hub.domain.profile.table import RowRefused
from kiosk.hub.domain.settlement.stock import lower_stock, raise_stock
from kiosk.hub.models.catalogue.article import Article, find_article
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW, Dial

BEER = {
    "code": "4 006381 333931",
    "title": "Beer",
    "title_de": "Bier",
    "price": "1.19",
    "vat": "full",
    "deposit": "0.08",
    "department": "drinks",
    "family": "beer",
    "variant": "0.5 l",
    "stock": "24",
    "min_age": "16",
    "content": "0.5",
    "content_per": "1 l",
    "shelf": "drinks",
}

CHEESE = {
    "code": "220007",
    "title": "Cheese",
    "price": "0",
    "vat": "reduced",
    "sold_by": "label",
    "label_least": "1.50",
    "label_most": "30",
}


def test_a_row_becomes_an_article_and_the_next_one_changes_it(hub: Hub) -> None:
    with hub.database.write() as session:
        take_article_row(hub, session, STORE, BEER)
        take_article_row(hub, session, STORE, {**BEER, "price": "0.99", "stock": ""})
        beer = find_article(session, STORE, "04006381333931")

    assert beer
    assert (beer.title, beer.price, beer.deposit) == ({"en": "Beer", "de": "Bier"}, Decimal("0.99"), Decimal("0.08"))
    assert (beer.stock, beer.min_age, beer.sold_by, beer.is_fixed, beer.archived_at) == (None, 16, "piece", False, None)
    assert (beer.content, beer.content_per, beer.shelf) == (Decimal("0.5"), "1 l", "drinks")


def test_what_the_stores_scales_label_goes_by_how_its_labels_begin(hub: Hub) -> None:
    apples = {"code": "281234", "title": "Apples", "price": "2.99", "vat": "reduced", "sold_by": "weight"}
    with hub.database.write() as session:
        take_article_row(hub, session, STORE, apples)

        assert find_article(session, STORE, "281234")


def test_what_a_label_says_at_the_least_and_at_the_most_is_kept(hub: Hub) -> None:
    with hub.database.write() as session:
        take_article_row(hub, session, STORE, CHEESE)
        cheese = find_article(session, STORE, "220007")

    assert cheese
    assert (cheese.label_least, cheese.label_most) == (Decimal("1.50"), Decimal(30))


def test_what_a_table_has_no_column_for_stays_as_it_is(hub: Hub) -> None:
    with hub.database.write() as session:
        for row in (BEER, CHEESE):
            take_article_row(hub, session, STORE, row)
            kept = _read(session, row)
            take_article_row(hub, session, STORE, {column: row[column] for column in NEEDED})

            assert _read(session, row) == kept


def _read(session: Session, row: dict[str, str]) -> dict[str, object]:
    session.flush()
    article = find_article(session, STORE, row["code"].replace(" ", "").zfill(14 if row is BEER else 0))
    assert article
    return {column.key: getattr(article, column.key) for column in Article.__mapper__.column_attrs}


def read_stock(hub: Hub) -> int | None:
    with hub.database.read() as session:
        beer = find_article(session, STORE, "04006381333931")
        return beer.stock if beer else None


def count(hub: Hub, pieces: str, at: datetime | None) -> int | None:
    """Bring in that somebody counted so many then; how many there are."""
    with hub.database.write() as session:
        take_article_row(hub, session, STORE, {**BEER, "stock": pieces, "counted_at": at.isoformat() if at else ""})
    return read_stock(hub)


def test_from_a_count_is_taken_what_was_sold_since_and_what_came_back_is_added(hub: Hub, dial: Dial) -> None:
    early = dial.read()
    count(hub, "24", None)
    dial.turn(timedelta(hours=1))
    with hub.database.write() as session:
        lower_stock(hub, session, STORE, {"04006381333931": 5})
    dial.turn(timedelta(hours=1))
    counted_at = dial.read()
    with hub.database.write() as session:
        lower_stock(hub, session, STORE, {"04006381333931": 3})
        raise_stock(hub, session, STORE, {"04006381333931": 1})
    dial.turn(timedelta(hours=1))

    assert read_stock(hub) == 17
    assert [count(hub, "20", at) for at in (early, early, counted_at - timedelta(seconds=1), None)] == [13, 13, 18, 20]
    assert count(hub, "2", early) == 0


def test_a_table_of_prices_alone_leaves_what_was_sold_meanwhile(hub: Hub) -> None:
    count(hub, "24", None)
    with hub.database.write() as session:
        lower_stock(hub, session, STORE, {"04006381333931": 5})
        take_article_row(hub, session, STORE, {column: BEER[column] for column in NEEDED})

    assert read_stock(hub) == 19


@pytest.mark.parametrize("age", [timedelta(minutes=-1), timedelta(days=14, minutes=1)])
def test_a_count_of_tomorrow_or_of_long_ago_is_refused(hub: Hub, age: timedelta) -> None:
    with pytest.raises(RowRefused) as refused:
        count(hub, "24", hub.now() - age)

    assert refused.value.column == "counted_at"


def test_what_is_sold_no_more_is_known_since_when(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        take_article_row(hub, session, STORE, {**BEER, "sold": "no"})
        dial.turn(timedelta(days=1))
        take_article_row(hub, session, STORE, {**BEER, "sold": "no"})
        beer = find_article(session, STORE, "04006381333931")

    assert beer
    assert beer.archived_at == NOW


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("code", ""),
        ("code", "4006381333932"),
        ("code", "beer"),
        ("title", ""),
        ("price", "cheap"),
        ("price", "0.999"),
        ("price", "-1"),
        ("vat", "most"),
        ("sold_by", "litre"),
        ("stock", "-1"),
        ("min_age", "old"),
        ("fixed", "maybe"),
        ("content", ""),
        ("content", "0"),
        ("content_per", "100 g"),
        ("shelf", "s" * 65),
        ("label_least", "0.10"),
        ("counted_at", "yesterday"),
    ],
)
def test_a_bad_cell_is_refused_by_its_column(hub: Hub, column: str, text: str) -> None:
    with hub.database.write() as session, pytest.raises(RowRefused) as refused:
        take_article_row(hub, session, STORE, {**BEER, column: text})

    assert refused.value.column == column


@pytest.mark.parametrize(
    ("column", "text"),
    [("label_least", "0"), ("label_least", "-1"), ("label_most", "10001"), ("label_most", "1.49"), ("label_most", "x")],
)
def test_a_bound_that_no_label_can_have_is_refused(hub: Hub, column: str, text: str) -> None:
    with hub.database.write() as session, pytest.raises(RowRefused) as refused:
        take_article_row(hub, session, STORE, {**CHEESE, column: text})

    assert refused.value.column == column
