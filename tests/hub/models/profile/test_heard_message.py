from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.profile.heard_message import HeardMessage, forget_heard, map_outcomes
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW
from tests.hub.shop_window import add_source


def test_what_came_of_a_message_is_known_until_it_is_forgotten(hub: Hub) -> None:
    add_source(hub)
    with hub.database.write() as session:
        for days, name in enumerate("abc"):
            heard = HeardMessage(
                store_id=STORE, source_id="shop", id=name, outcome=f"o-{name}", heard_at=NOW - timedelta(days=days)
            )
            session.add(heard)
        session.flush()
        forget_heard(session, NOW - timedelta(days=1))

        assert map_outcomes(session, STORE, "shop", ["a", "b", "c", "d"]) == {"a": "o-a", "b": "o-b"}
        assert map_outcomes(session, STORE, "app", ["a"]) == {}
