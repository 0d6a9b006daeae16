from datetime import timedelta

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.store.shelf_label import (
    COMPARED,
    ShelfLabel,
    find_shelf_label,
    list_due_labels,
    list_shelf_labels,
)
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

MUG = "04012345000016"
LATER = NOW + timedelta(seconds=1)


def add(session: Session, mac: str, code: str = MUG) -> ShelfLabel:
    label = ShelfLabel(mac=mac, store_id=STORE, code=code, due_at=NOW)
    session.add(label)
    session.flush()
    return label


def list_due(session: Session) -> list[str]:
    return [label.mac for label, _ in list_due_labels(session, LATER, 10)]


def test_a_label_is_found_by_its_address_and_listed_by_its_article(hub: Hub) -> None:
    with hub.database.write() as session:
        late, early = add(session, "B"), add(session, "A", "00000000000000")

        assert find_shelf_label(session, "B") is late
        assert find_shelf_label(session, "C") is None
        assert list_shelf_labels(session, STORE) == [early, late]
        assert list_shelf_labels(session, "anderswo") == []


def test_a_label_is_due_until_it_was_compared_after_the_last_change_of_its_price(hub: Hub) -> None:
    with hub.database.write() as session:
        label = add(session, "A")
        mug = session.get_one(Article, (STORE, MUG))
        assert list_due_labels(session, LATER, 10) == [(label, mug)]

        label.compared_at = mug.changed_at
        assert list_due(session) == ["A"]
        label.compared_at = mug.changed_at + timedelta(seconds=1)
        assert list_due(session) == []
        label.compared_at = LATER - COMPARED
        assert list_due(session) == ["A"]


def test_one_that_is_to_be_tried_later_is_not_due_and_one_of_an_unknown_article_is(hub: Hub) -> None:
    with hub.database.write() as session:
        add(session, "A").due_at = LATER + timedelta(seconds=1)
        add(session, "B", "00000000000000")

        assert [(label.mac, article) for label, article in list_due_labels(session, LATER, 10)] == [("B", None)]
        assert list_due_labels(session, LATER, 0) == []
