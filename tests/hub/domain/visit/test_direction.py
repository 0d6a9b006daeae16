from msgspec.structs import replace
from sqlalchemy.orm import Session

from kiosk.contract.bookmark import StampCount
from kiosk.contract.direction import Direction
from kiosk.hub.context import Hub
from kiosk.hub.domain.visit.direction import Directions, find_directions
from kiosk.hub.models.benefits.stamp_card import StampCard
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.kept import Kept, get_kept
from kiosk.hub.models.conversation.standpoint import look_out, read_standpoint
from kiosk.hub.models.screens.screen import find_screen
from kiosk.hub.models.store.department import set_departments
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.domain.visit.test_guidance import draw, keep

HOME = {"de": "Wohnen", "en": "Home"}
FASHION = {"de": "Mode", "en": "Fashion"}


def place(session: Session, *zones: str) -> None:
    screen = find_screen(session, STORE, FIRST_SCREEN)
    assert screen
    screen.zones = list(zones)


def seek(session: Session, kept: Kept, screen_id: str = FIRST_SCREEN) -> Directions:
    return find_directions(session, kept, read_standpoint(look_out(session, STORE, screen_id, "o-mug")))


def find(hub: Hub, session: Session, stamps: StampCount | None = None, *stamped: str) -> Directions:
    member = keep(hub, session, "o-mug")
    session.merge(StampCard(member_key=member.key, zones=list(stamped)))
    kept = replace(get_kept(session, "b0-o-mug"), stamps=stamps)
    return seek(session, kept)


def test_what_she_kept_elsewhere_is_found_by_the_way_and_what_is_sold_here_is_here(hub: Hub) -> None:
    with hub.database.write() as session:
        draw(session)
        session.get_one(Offer, "o-mug").zones = ["home", "fashion"]
        place(session, "door")
        away = find(hub, session)
        place(session, "fashion")
        here = seek(session, get_kept(session, "b0-o-mug"))

    assert away.way == Direction(HOME, {"de": "1. Etage, links", "en": "1st floor, on the left"})
    assert here.way == Direction(FASHION)


def test_without_a_plan_and_for_what_is_in_no_department_nobody_is_sent_anywhere(hub: Hub) -> None:
    with hub.database.write() as session:
        set_departments(session, STORE, ())
        unplanned = find(hub, session, StampCount(1, 3), "home")
        draw(session)
        session.get_one(Offer, "o-mug").zones = []
        unplaced = seek(session, get_kept(session, "b0-o-mug"), "no-screen")

    assert unplanned == Directions()
    assert unplaced.way is None


def test_her_card_says_where_it_waits_as_long_as_it_may_be_told_and_is_not_full(hub: Hub) -> None:
    with hub.database.write() as session:
        draw(session)
        waiting = find(hub, session, StampCount(1, 3), "fashion")
        kept = get_kept(session, "b0-o-mug")
        others = [seek(session, replace(kept, stamps=stamps)) for stamps in (None, StampCount(3, 3))]

    assert waiting.next_stamp
    assert waiting.next_stamp.to == HOME
    assert [one.next_stamp for one in others] == [None, None]
