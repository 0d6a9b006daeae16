from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.outside.webhook import Webhook
from kiosk.hub.models.outside.webhook_event import WebhookEvent, count_waiting, drop_event, drop_events, list_waiting
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def _make(webhook_id: str) -> Webhook:
    return Webhook(
        id=webhook_id,
        store_id=STORE,
        url="https://crm.example",
        secret="whsec_",  # noqa: S106 - it signs nothing here
        kinds=[],
        allows_private=False,
        made_at=NOW,
        due_at=NOW,
    )


@pytest.fixture
def session(hub: Hub) -> Iterator[Session]:
    """In which one webhook is to be told three events, an hour apart, and another one nothing."""
    with hub.database.write() as session:
        session.add_all([_make("one"), _make("two")])
        session.flush()
        for hours in range(3):
            happened_at = NOW + timedelta(hours=hours)
            event = WebhookEvent(webhook_id="one", event_id=f"e{hours}", body="{}", happened_at=happened_at)
            session.add(event)
            session.flush()
        yield session


def _list_ids(session: Session) -> list[str]:
    return [event.event_id for event in list_waiting(session, "one", 9)]


def test_events_are_told_in_their_order_and_once(session: Session) -> None:
    assert [event.event_id for event in list_waiting(session, "one", 2)] == ["e0", "e1"]
    drop_event(session, list_waiting(session, "one", 1)[0].number)
    assert (_list_ids(session), count_waiting(session)) == (["e1", "e2"], {"one": 2})


def test_events_that_nobody_wants_any_more_go(session: Session) -> None:
    assert drop_events(session, "one", NOW + timedelta(hours=1)) == 2
    assert _list_ids(session) == ["e2"]
    assert [drop_events(session, "one"), drop_events(session, "one")] == [1, 0]
    assert count_waiting(session) == {}
