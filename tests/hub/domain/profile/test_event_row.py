from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.event_row import make_import_source, take_event_row
from kiosk.hub.domain.profile.fact import read_event
from kiosk.hub.domain.profile.intake import Intake
from kiosk.hub.domain.profile.table import RowRefused
from kiosk.hub.models.profile.profile_event import ProfileEvent
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

ROW = {
    "event": "Order Completed",
    "timestamp": (NOW - timedelta(days=200)).isoformat(),
    "user_id": "u-1",
    "category": "Home",
    "order_id": "4711",
    "amount": "12.90",
    "currency": "EUR",
    "personal_offers": "Yes",
}


def _take(hub: Hub, *rows: dict[str, str]) -> list[ProfileEvent]:
    with hub.database.write() as session:
        intake = Intake(hub, session, make_import_source(hub, STORE))
        for row in rows:
            take_event_row(hub, intake, row)
        return list(session.scalars(select(ProfileEvent)))


def test_a_row_is_kept_as_if_its_server_had_told_it_then(hub: Hub) -> None:
    (event,) = _take(hub, ROW)

    fact = read_event(event)
    assert (event.source_id, fact.kind, fact.at) == ("import", "ordered", NOW - timedelta(days=200))
    assert (fact.detail.order, str(fact.detail.amount), fact.detail.shelves) == ("4711", "12.90", ("home",))


def test_the_same_row_again_changes_nothing(hub: Hub) -> None:
    assert len(_take(hub, ROW, ROW)) == len(_take(hub, ROW)) == 1


def test_rows_of_the_same_id_are_the_same(hub: Hub) -> None:
    assert len(_take(hub, {**ROW, "message_id": "a"}, {**ROW, "message_id": "a", "event": "Product Viewed"})) == 1


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"timestamp": (NOW - timedelta(days=401)).isoformat()}, "timestamp"),
        ({"timestamp": (NOW + timedelta(days=1)).isoformat()}, "timestamp"),
        ({"event": ""}, "event"),
        ({"amount": "much"}, "amount"),
        ({"personal_offers": "perhaps"}, "personal_offers"),
        ({"personal_offers": ""}, "personal_offers"),
        ({"personal_offers": "no"}, "personal_offers"),
        ({"user_id": ""}, "user_id"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(hub: Hub, change: dict[str, str], column: str) -> None:
    with pytest.raises(RowRefused) as refused:
        _take(hub, {**ROW, **change})

    assert refused.value.column == column
