from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.store.event import Event, add_events
from kiosk.hub.sample.shop import STORE


def _make(hub: Hub, event_id: str, screen: str = "window-1") -> Event:
    return Event(
        store_id=STORE,
        screen_id=screen,
        id=event_id,
        type="kiosk.tap",
        source="s",
        happened_at=None,
        received_at=hub.now(),
        data={},
    )


def test_an_event_is_kept_once_per_screen(hub: Hub) -> None:
    with hub.database.write() as session:
        assert len(add_events(session, STORE, "window-1", [_make(hub, "e1"), _make(hub, "e1")])) == 1
        session.flush()
        assert add_events(session, STORE, "window-1", [_make(hub, "e1")]) == []
        assert len(add_events(session, STORE, "window-2", [_make(hub, "e1", "window-2")])) == 1

    with hub.database.read() as session:
        assert len(session.scalars(select(Event)).all()) == 2
