from decimal import Decimal

import pytest

from kiosk.hub.console.articles.article_draft import FIELDS, ArticleDraft, read_article_draft, type_fields
from kiosk.hub.models.catalogue.article import Article
from tests.hub.running import NOW


def make_article(sold_by: str = "piece") -> Article:
    return Article(
        store_id="s",
        code="1",
        title={"en": "Mug"},
        price=Decimal("29.90"),
        currency="EUR",
        vat="full",
        changed_at=NOW,
        sold_by=sold_by,
        stock=3,
    )


def read(sold_by: str = "piece", **texts: str) -> ArticleDraft:
    typed = {**dict.fromkeys(FIELDS, ""), "price": "1", **texts}
    return read_article_draft(typed, make_article(sold_by), "Europe/Berlin")


def test_what_is_kept_is_typed_as_the_reader_writes_it_and_read_as_it_was() -> None:
    typed = type_fields(make_article(), "de")
    draft = read_article_draft(typed, make_article(), "Europe/Berlin")

    assert typed == dict.fromkeys(FIELDS, "") | {"price": "29,90", "deposit": "0", "stock": "3"}
    assert draft == ArticleDraft(Decimal("29.90"), Decimal(0), None, None, 3, None, {})


def test_what_is_left_blank_is_no_deposit_no_count_and_no_age() -> None:
    assert read() == ArticleDraft(Decimal(1), Decimal(0), None, None, None, None, {})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("price", ""),
        ("price", "-1"),
        ("price", "1.2345"),
        ("price", "99999999999"),
        ("deposit", "x"),
        ("stock", "-1"),
        ("stock", "1.5"),
        ("stock", "10000001"),
        ("min_age", "0"),
        ("min_age", "100"),
    ],
)
def test_what_no_shelf_has_is_a_complaint_about_its_field(name: str, text: str) -> None:
    assert set(read(**{name: text}).complaints) == {name}


def test_what_a_label_prices_keeps_its_price() -> None:
    assert read("label", price="").price == Decimal("29.90")


@pytest.mark.parametrize("sold_by", ["label", "weight"])
def test_what_a_label_may_say_has_a_least_and_a_most(sold_by: str) -> None:
    draft = read(sold_by, label_least="0,05", label_most="12.5")

    assert (draft.label_least, draft.label_most) == (Decimal("0.05"), Decimal("12.5"))
    assert set(read(sold_by, label_least="2", label_most="1,999").complaints) == {"label_most"}
    assert set(read(sold_by, label_least="0").complaints) == {"label_least"}


def test_what_has_no_label_has_no_bounds() -> None:
    assert read(label_least="1", label_most="2").label_least is None
