from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.article_change import note_article_change, take_gist
from kiosk.hub.domain.basket.change import Add
from kiosk.hub.models.basket.basket import find_version
from kiosk.hub.models.basket.basket_change import find_last_change_of
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.models.catalogue.article_price import list_article_prices
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import PEN, WINE, find_member, make, stock
from tests.hub.running import NOW, Dial


@pytest.mark.parametrize(
    ("code", "change", "is_heard"),
    [
        (PEN, {"price": Decimal("2.50")}, True),
        (PEN, {"deposit": Decimal("0.25")}, True),
        (PEN, {"stock": 0}, True),
        (PEN, {"min_age": 18}, True),
        (PEN, {"sold_by": "weight"}, True),
        (PEN, {"archived_at": NOW}, True),
        (PEN, {"title": {"en": "Biro"}}, False),
        (PEN, {}, False),
        (WINE, {"price": Decimal("2.50")}, False),
    ],
)
def test_open_pages_hear_of_what_matters_to_who_has_it_in_her_basket(
    hub: Hub, dial: Dial, code: str, change: Mapping[str, object], *, is_heard: bool
) -> None:
    with hub.database.write() as session:
        stock(session)
        make(hub, session, Add(PEN))
        keys = [find_member(session).key]
        version, last = find_version(session, keys), find_last_change_of(session, keys)
        article = find_article(session, STORE, code)
        assert article
        before = take_gist(article)
        for name, value in change.items():
            setattr(article, name, value)
        dial.time = NOW + timedelta(minutes=1)
        note_article_change(hub, session, article, before)

        assert (find_version(session, keys) > version) is is_heard
        assert (find_last_change_of(session, keys) > last) is is_heard


def test_its_price_is_on_record_even_where_it_is_new(hub: Hub) -> None:
    with hub.database.write() as session:
        stock(session)
        article = find_article(session, STORE, PEN)
        assert article
        note_article_change(hub, session, article, None)

        assert [str(one.amount) for one in list_article_prices(session, article)] == ["2.00"]
