from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.store.source import find_source, find_source_by_key, list_sources
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW
from tests.hub.shop_window import add_source


def test_a_source_is_found_by_its_key_until_it_is_revoked(hub: Hub) -> None:
    for name in ("shop", "app"):
        add_source(hub, name)
    with hub.database.write() as session:
        found = find_source_by_key(session, digest("app-key"))
        assert found
        found.revoked_at = NOW + timedelta(days=1)
        session.flush()

        assert found.id == "app"
        assert find_source_by_key(session, digest("app-key")) is None
        assert [source.id for source in list_sources(session, STORE)] == ["app", "shop"]
        assert find_source(session, STORE, "app") is found
        assert list_sources(session, "hamburg") == []
