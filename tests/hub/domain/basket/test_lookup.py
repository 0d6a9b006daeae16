from decimal import Decimal

import pytest

from kiosk.codes.layout import GERMAN
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.lookup import Hit, look_up
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.sample.shop import STORE
from tests.codes.labels import print_german
from tests.hub.domain.basket.goods import APPLES, APPLES_LABEL, CHEESE, CHEESE_LABEL, PEN, bound, stock
from tests.hub.running import NOW


def test_every_code_leads_to_its_article_or_says_why_not(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        found = [look_up(session, STORE, code, GERMAN) for code in ("4006381333931", APPLES_LABEL, CHEESE_LABEL)]
        missed = [look_up(session, STORE, code, GERMAN) for code in ("milk", "4006381333932", "036000291452")]

    assert [hit.article.code if isinstance(hit, Hit) else hit for hit in found] == [PEN, APPLES, "220007"]
    assert isinstance(found[1], Hit)
    assert found[1].reading.weight == Decimal("1.250")
    assert missed == ["no_code", "wrong_check_digit", "unknown"]


@pytest.mark.parametrize(("sold_by", "miss"), [("weight", "not_weighed"), ("label", "no_label")])
def test_what_needs_a_label_is_not_sold_without(hub: Hub, sold_by: str, miss: str) -> None:
    with hub.database.write() as session:
        stock(session)
        pen = find_article(session, STORE, PEN)
        assert pen
        pen.sold_by = sold_by

        assert look_up(session, STORE, PEN, GERMAN) == miss


@pytest.mark.parametrize(
    ("code", "label", "is_sold"),
    [
        (CHEESE, print_german("22", "0007", "00001"), False),
        (CHEESE, print_german("22", "0007", "00149"), False),
        (CHEESE, print_german("22", "0007", "00150"), True),
        (CHEESE, print_german("22", "0007", "03000"), True),
        (CHEESE, print_german("22", "0007", "03001"), False),
        (APPLES, print_german("28", "1234", "00001"), False),
        (APPLES, print_german("28", "1234", "01500"), True),
        (APPLES, print_german("28", "1234", "99999"), False),
    ],
)
def test_a_label_that_the_stores_scales_never_print_sells_nothing(
    hub: Hub, code: str, label: str, *, is_sold: bool
) -> None:
    with hub.database.write() as session:
        stock(session)
        bound(session, CHEESE, "1.50", "30.00")
        bound(session, APPLES, "0.05", "10")

        found = look_up(session, STORE, label, GERMAN)
    assert (found.article.code if isinstance(found, Hit) else found) == (code if is_sold else "odd_label")


def test_an_archived_article_is_sold_no_more(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        pen = find_article(session, STORE, PEN)
        assert pen
        pen.archived_at = NOW

        assert look_up(session, STORE, PEN, GERMAN) == "not_sold"
