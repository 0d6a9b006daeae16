from datetime import timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.article import (
    Article,
    find_article,
    find_last_change,
    list_family,
    list_sold,
    map_articles,
)
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def add(session: Session, code: str, family: str | None, variant: str | None) -> Article:
    article = Article(
        store_id=STORE,
        code=code,
        title={"en": "Boots"},
        price=Decimal("79.90"),
        currency="EUR",
        vat="full",
        changed_at=NOW,
        family=family,
        variant=variant,
    )
    session.add(article)
    session.flush()
    return article


def test_an_article_is_found_by_its_number_in_its_store(hub: Hub) -> None:
    with hub.database.write() as session:
        boots = add(session, "1", None, None)

        assert find_article(session, STORE, "1") is boots
        assert find_article(session, "anderswo", "1") is None
        assert map_articles(session, STORE, ["1", "2"]) == {"1": boots}


def test_its_variants_are_those_of_one_family_that_are_sold(hub: Hub) -> None:
    with hub.database.write() as session:
        small, _large, old = (add(session, code, "boots", code) for code in ("38", "42", "40"))
        old.archived_at = NOW
        lone = add(session, "lone", None, None)

        assert [one.variant for one in list_family(session, small)] == ["42"]
        assert list_family(session, lone) == []


def test_what_a_store_sells_is_listed_and_its_last_change_known(hub: Hub) -> None:
    with hub.database.write() as session:
        known = list_sold(session, STORE)
        boots, old = (add(session, code, None, None) for code in ("0", "1"))
        boots.changed_at, old.archived_at = NOW + timedelta(minutes=1), NOW
        session.flush()

        assert list_sold(session, STORE) == [boots, *known]
        assert find_last_change(session, STORE) == NOW + timedelta(minutes=1)
        assert find_last_change(session, "anderswo") is None
