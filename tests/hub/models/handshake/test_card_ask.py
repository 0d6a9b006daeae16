from kiosk.hub.context import Hub
from kiosk.hub.models.handshake.card_ask import (
    LIFETIME,
    CardAsk,
    close_card_ask,
    find_card_ask,
    open_card_ask,
)
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.running import NOW


def test_somebody_waits_at_one_screen_for_a_while(hub: Hub) -> None:
    with hub.database.write() as session:
        for screen in ("window-2", FIRST_SCREEN):
            open_card_ask(session, CardAsk(clerk_id="w_sam", store_id=STORE, screen_id=screen, opened_at=NOW))
        found = find_card_ask(session, "w_sam", NOW)

        assert found
        assert found.screen_id == FIRST_SCREEN
        assert find_card_ask(session, "w_nils", NOW) is None
        assert find_card_ask(session, "w_sam", NOW + LIFETIME) is None


def test_who_waits_no_more_can_say_so_twice(hub: Hub) -> None:
    with hub.database.write() as session:
        open_card_ask(session, CardAsk(clerk_id="w_sam", store_id=STORE, screen_id=FIRST_SCREEN, opened_at=NOW))
        for _ in range(2):
            close_card_ask(session, "w_sam")
            session.flush()

        assert find_card_ask(session, "w_sam", NOW) is None
