from sqlalchemy import select

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.profile.portrait import draw_portrait
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.profile_event import ProfileEvent
from tests.hub.domain.profile.test_refresh import set_rules
from tests.hub.shop_window import WebShop, add_source, make_message


def test_each_segment_is_told_with_its_reasons_those_that_hold_her_first(hub: Hub) -> None:
    set_rules(
        hub,
        buyers='{"all": [{"trait": {"name": "orders_90_days", "at_least": 2}}]}',
        lookers='{"all": [{"interest": "mugs", "at_least": 0.5}]}',
    )
    WebShop(hub, add_source(hub)).tell(make_message(1))
    with hub.database.read() as session:
        member = session.get_one(Member, session.scalars(select(ProfileEvent.member_key)).one())
        portrait = draw_portrait(session, member, hub.now())

    assert portrait
    assert [(one.segment, one.is_in) for one in portrait.memberships] == [("lookers", True), ("buyers", False)]
    (finding,) = portrait.memberships[1].findings
    assert (finding.name, finding.is_, finding.at_least) == ("orders_90_days", 0, 2)
    assert (portrait.shelves, portrait.amounts["views_30_days"]) == ({"mugs": 1.0}, 1)


def test_of_who_does_not_allow_it_there_is_none(hub: Hub) -> None:
    WebShop(hub, add_source(hub)).tell(make_message(1))
    with hub.database.write() as session:
        member = session.get_one(Member, session.scalars(select(ProfileEvent.member_key)).one())
        withdraw(hub, session, member, PERSONAL_OFFERS)

        assert draw_portrait(session, member, hub.now()) is None
