from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.benefits.earning import Earning, find_earning, has_earning
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE


def test_what_came_of_an_occasion_is_found_by_its_key(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Earning(store_id=STORE, key="k", fingerprint="f", findings=[{"rule": "a"}]))
    with hub.database.read() as session:
        row = find_earning(session, STORE, "k")
        assert row
        assert row.findings == [{"rule": "a"}]
        assert find_earning(session, STORE, "other") is None


def test_an_occasion_of_hers_is_known_by_how_its_key_begins(hub: Hub) -> None:
    with hub.database.write() as session:
        key, other = session.scalars(select(Member.key).limit(2))
        session.add(Earning(store_id=STORE, key="receipt:till_1:r", fingerprint="f", findings=[], member_key=key))
    with hub.database.read() as session:
        assert has_earning(session, [key], "redemption:", "receipt:")
        assert not has_earning(session, [key], "receipt:till-")
        assert not has_earning(session, [other], "receipt:")
