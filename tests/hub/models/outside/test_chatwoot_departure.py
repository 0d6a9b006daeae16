from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.outside.chatwoot_departure import ChatwootDeparture, find_due_departure
from tests.hub.running import NOW


def test_who_is_to_be_deleted_is_found_once_that_is_due_the_longest_waiting_first(hub: Hub) -> None:
    with hub.database.write() as session:
        for minutes, name in enumerate(("a", "b")):
            session.add(ChatwootDeparture(source_id=name, due_at=NOW - timedelta(minutes=minutes)))
    with hub.database.read() as session:
        assert find_due_departure(session, NOW - timedelta(minutes=2)) is None
        found = find_due_departure(session, NOW)
    assert found
    assert found.source_id == "b"
