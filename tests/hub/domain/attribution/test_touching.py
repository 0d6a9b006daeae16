from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.attribution.campaign import Plan, begin_campaign
from kiosk.hub.domain.attribution.touching import note_followed, note_touch
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.member_data.erasure import erase_member
from kiosk.hub.domain.member_data.export import gather_export
from kiosk.hub.models.attribution.campaign import Campaign
from kiosk.hub.models.attribution.touch import Touch
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.running import Dial


def _find_anna(session: Session) -> Member:
    return session.scalars(select(Member).where(Member.visits == 1)).one()


def _begin(hub: Hub, session: Session) -> Campaign:
    return begin_campaign(hub, session, STORE, Plan("Herbst", "mail", "o-mug"))


def _count(session: Session) -> int:
    return len(session.scalars(select(Touch)).all())


def test_what_she_began_by_a_campaign_is_noted_once_a_day(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        anna, campaign = _find_anna(session), _begin(hub, session)
        for hours in (0, 1, 22, 3):
            dial.turn(timedelta(hours=hours))
            note_touch(hub, session, anna.key, campaign.code)
        touches = session.scalars(select(Touch).order_by(Touch.id)).all()

        assert [touch.offer_id for touch in touches] == ["o-mug"] * 2
        assert touches[1].touched_at - touches[0].touched_at == timedelta(hours=26)


def test_no_campaign_and_one_that_there_is_not_are_no_contact(hub: Hub) -> None:
    with hub.database.write() as session:
        for code in (None, "", "K7Q42MFX", "'; --"):
            note_touch(hub, session, _find_anna(session).key, code)

        assert _count(session) == 0


def test_that_she_followed_a_link_is_noted_where_she_allows_it_alone(hub: Hub) -> None:
    with hub.database.write() as session:
        anna, campaign = _find_anna(session), _begin(hub, session)

        assert note_followed(hub, session, anna.key, campaign)
        withdraw(hub, session, anna, PERSONAL_OFFERS)
        assert _count(session) == 0
        assert not note_followed(hub, session, anna.key, campaign)
        assert _count(session) == 0


def test_it_is_hers_to_take_along_and_gone_with_her(hub: Hub) -> None:
    with hub.database.write() as session:
        anna, campaign = _find_anna(session), _begin(hub, session)
        note_touch(hub, session, anna.key, campaign.code)
        (told,) = gather_export(hub, session, anna, "de").parts["touches"]

        assert told == {"campaign_code": campaign.code, "touched_at": hub.now(), "offer_id": "o-mug"}
    with hub.database.erase() as session:
        erase_member(hub, session, _find_anna(session))
        assert _count(session) == 0
