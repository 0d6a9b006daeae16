from kiosk.contract.direction import Direction
from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.benefits.stamp_card import StampCard
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.standpoint import Standpoint, find_standpoint
from kiosk.hub.models.store.department import Department, set_departments
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.running import A_HASH, NOW


def test_it_says_where_the_offer_is_sold_where_the_screen_stands_and_what_is_stamped(hub: Hub) -> None:
    with hub.database.write() as session:
        set_departments(
            session,
            STORE,
            (Department(store_id=STORE, zone=zone, title={"de": zone}, way={}) for zone in ("home", "fashion")),
        )
        row = keep_offer(hub, session, session.get_one(Offer, "o-candle"), Tap("b", "f", "uid", A_HASH, NOW, "de"))
        bare = find_standpoint(session, "b", "no-screen")
        session.merge(StampCard(member_key=row.member_key, zones=["fashion"]))
        session.flush()

        plan = {zone: Direction({"de": zone}, {}) for zone in ("fashion", "home")}
        assert bare == Standpoint(plan, ["home", "wellness"], [], [])
        assert find_standpoint(session, "b", FIRST_SCREEN) == Standpoint(
            plan, ["home", "wellness"], ["home"], ["fashion"]
        )


def test_where_a_store_has_no_departments_there_is_no_way_to_one(hub: Hub) -> None:
    with hub.database.write() as session:
        set_departments(session, STORE, ())
        keep_offer(hub, session, session.get_one(Offer, "o-candle"), Tap("b", "f", "uid", A_HASH, NOW, "de"))

        assert find_standpoint(session, "b", FIRST_SCREEN) is None
