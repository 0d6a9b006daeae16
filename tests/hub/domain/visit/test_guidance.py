from datetime import timedelta

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.domain.visit.floor_plan import make_department, parse_floor_plan
from kiosk.hub.domain.visit.guidance import gather_guidance
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.department import map_departments, set_departments
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

PLAN = """\
[[department]]
zone = "home"
title = { de = "Wohnen", en = "Home" }
way = { de = "1. Etage, links", en = "1st floor, on the left" }

[[department]]
zone = "fashion"
title = { de = "Mode", en = "Fashion" }
way = { de = "Erdgeschoss", en = "Ground floor" }
"""


def draw(session: Session) -> None:
    """Let the store have two departments."""
    set_departments(session, STORE, [make_department(entry, STORE) for entry in parse_floor_plan(PLAN).department])
    session.flush()


def keep(hub: Hub, session: Session, *offers: str) -> Member:
    keys = set[str]()
    for number, offer in enumerate(offers):
        tap = Tap(f"b{number}-{offer}", "f", "uid", digest("card"), NOW, "de", screen="window-1")
        keys.add(keep_offer(hub, session, session.get_one(Offer, offer), tap).member_key)
        session.flush()
    (key,) = keys
    return session.get_one(Member, key)


def test_the_way_leads_to_the_department_of_what_she_kept(hub: Hub) -> None:
    with hub.database.write() as session:
        draw(session)
        guidance = gather_guidance(session, keep(hub, session, "o-mug", "o-mug", "o-candle"), NOW)
        ways = {goal.offer.id: goal.department and goal.department.zone for goal in guidance.goals}

    assert ways == {"o-mug": "home", "o-candle": ways["o-candle"]}
    assert len(guidance.goals) == 2


def test_what_she_bought_or_let_lapse_needs_no_way(hub: Hub) -> None:
    with hub.database.write() as session:
        member = keep(hub, session, "o-mug", "o-candle")
        session.get_one(Bookmark, "b0-o-mug").state = "redeemed"
        session.get_one(Bookmark, "b1-o-candle").expires_at = NOW + timedelta(days=1)

        assert [goal.offer.id for goal in gather_guidance(session, member, NOW).goals] == ["o-candle"]
        assert gather_guidance(session, member, NOW + timedelta(days=1)).goals == ()


def test_a_new_plan_replaces_the_old_one(hub: Hub) -> None:
    with hub.database.write() as session:
        for _ in range(2):
            draw(session)
        assert list(map_departments(session, STORE)) == ["fashion", "home"]
        set_departments(session, STORE, [])
        assert map_departments(session, STORE) == {}
