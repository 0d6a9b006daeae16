from kiosk.hub.context import Hub
from kiosk.hub.models.store.severed_tap import SeveredTap, list_severed_taps
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.running import NOW


def test_each_screen_is_told_of_its_own(hub: Hub) -> None:
    with hub.database.write() as session:
        for screen in (FIRST_SCREEN, "another"):
            session.add(SeveredTap(store_id=STORE, screen_id=screen, offer_id="o-mug", tapped_at=NOW))
        session.flush()

        assert [tuple(row) for row in list_severed_taps(session, STORE, FIRST_SCREEN)] == [("o-mug", NOW)]
