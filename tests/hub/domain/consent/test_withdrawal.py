import pytest
from sqlalchemy import select

from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY
from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.models.members.consent import list_consents
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.proximity_id import group_beacons


def _find_anna(hub: Hub) -> str:
    with hub.database.read() as session:
        return session.scalars(select(Member.key).where(Member.visits == 1)).one()


@pytest.mark.parametrize(
    ("purpose", "beacons", "segments", "visits"),
    [(PROXIMITY, 0, ["coffee", "music"], 1), (PERSONAL_OFFERS, 1, [], 0)],
)
def test_with_a_consent_goes_what_was_kept_for_it_alone(
    hub: Hub, purpose: str, beacons: int, segments: list[str], visits: int
) -> None:
    key = _find_anna(hub)
    with hub.database.write() as session:
        member = session.get_one(Member, key)
        is_news = withdraw(hub, session, member, purpose)
        session.flush()
        left = group_beacons(session, select(Member.key)).get(key, [])
        ended = {consent.purpose: consent.withdrawn_at for consent in list_consents(session, key)}

    assert (is_news, len(left), member.segments, member.visits) == (True, beacons, segments, visits)
    assert ended == {PROXIMITY: None, PERSONAL_OFFERS: None, purpose: hub.now()}


@pytest.mark.parametrize("purpose", [PROXIMITY, "messages.email", ""])
def test_what_is_not_allowed_cannot_be_taken_back_and_is_no_news_to_screens(hub: Hub, purpose: str) -> None:
    key = _find_anna(hub)
    with hub.database.write() as session:
        member = session.get_one(Member, key)
        withdraw(hub, session, member, PROXIMITY)
        before = member.revision

        assert not withdraw(hub, session, member, purpose)
        assert member.revision == before
