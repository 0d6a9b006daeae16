from sqlalchemy.orm import Session

from kiosk.contract.direction import Direction
from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.benefits.stamp_card import StampCard
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.standpoint import Standpoint, list_stamped, look_out, read_standpoint
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.department import Department, set_departments
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.running import A_HASH, NOW


def find(session: Session, screen_id: str = FIRST_SCREEN, offer_id: str = "o-candle") -> Standpoint | None:
    return read_standpoint(look_out(session, STORE, screen_id, offer_id))


def test_it_says_where_the_offer_is_sold_and_where_the_screen_stands(hub: Hub) -> None:
    with hub.database.write() as session:
        set_departments(
            session,
            STORE,
            (Department(store_id=STORE, zone=zone, title={"de": zone}, way={}) for zone in ("home", "fashion")),
        )
        plan = {zone: Direction({"de": zone}, {}) for zone in ("fashion", "home")}

        assert find(session) == Standpoint(plan, ["home", "wellness"], ["home"])
        assert find(session, "no-screen") == Standpoint(plan, ["home", "wellness"], [])
        assert find(session, offer_id="o-nothing") == Standpoint(plan, [], ["home"])


def test_where_a_store_has_no_departments_there_is_no_way_to_one(hub: Hub) -> None:
    with hub.database.write() as session:
        set_departments(session, STORE, ())

        assert find(session) is None


def test_what_is_stamped_stands_on_the_card_of_whoever_its_member_turned_out_to_be(hub: Hub) -> None:
    with hub.database.write() as session:
        row = keep_offer(hub, session, session.get_one(Offer, "o-candle"), Tap("b", "f", "uid", A_HASH, NOW, "de"))
        bare = list_stamped(session, "b")
        session.add(Member(key="s_person", store_id=STORE, joined_at=NOW, language="de", segments=[]))
        session.flush()
        session.get_one(Member, row.member_key).person_key = "s_person"
        session.add(StampCard(member_key="s_person", zones=["fashion"]))

        assert (bare, list_stamped(session, "b")) == ([], ["fashion"])
