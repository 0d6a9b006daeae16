from decimal import Decimal

from kiosk.hub.domain.basket.goods import make_line, mark_article
from kiosk.hub.models.basket.basket_line import BasketLine
from kiosk.hub.models.catalogue.article import Article
from kiosk.pricing.basket import Line
from tests.hub.running import NOW

ARTICLE = Article(
    store_id="s",
    code="281234",
    title={"en": "Apples"},
    price=Decimal("2.99"),
    currency="EUR",
    vat="reduced",
    changed_at=NOW,
    deposit=Decimal("0.15"),
    department="fruit",
    family="apples",
)


def make(weight: str | None = None, label_price: str | None = None) -> Line:
    line = BasketLine(
        id="l",
        member_key="m",
        code="281234",
        count=1,
        way="take",
        seen_price=Decimal(1),
        added_at=NOW,
        weight=Decimal(weight) if weight else None,
        label_price=Decimal(label_price) if label_price else None,
    )
    return make_line(line, ARTICLE)


def test_a_line_costs_what_the_article_costs_or_its_own_label_says() -> None:
    assert (make().piece_cents, make(weight="0.5").piece_cents, make(label_price="4.20").piece_cents) == (299, 150, 420)
    assert (make().vat, make().deposit_cents) == ("reduced", 15)


def test_promotions_find_an_article_by_its_number_its_department_and_its_family() -> None:
    assert mark_article(ARTICLE) == {"article:281234", "department:fruit", "family:apples"}
    bare = Article(store_id="s", code="1", title={}, price=Decimal(1), currency="EUR", vat="full", changed_at=NOW)
    assert mark_article(bare) == {"article:1"}
