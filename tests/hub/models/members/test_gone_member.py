from kiosk.hub.context import Hub
from kiosk.hub.models.members.gone_member import GoneMember, list_gone
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def test_a_screen_hears_of_those_who_went_after_it_asked_last(hub: Hub) -> None:
    with hub.database.write() as session:
        for revision, key in ((9, "c"), (7, "a"), (8, "b")):
            session.add(GoneMember(store_id=STORE, key=key, revision=revision, gone_at=NOW))
        session.flush()

        assert list_gone(session, STORE, 7) == ["b", "c"]
        assert list_gone(session, "hamburg", 0) == []
