from datetime import timedelta

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.benefits.referral import Referral, count_referrals, find_confirmed, find_referral
from kiosk.hub.models.members.member import Member
from tests.hub.running import NOW


def test_friends_are_counted_since_a_time(hub: Hub) -> None:
    with hub.database.write() as session:
        referrer, *friends = session.scalars(select(Member.key)).all()
        for hours, friend in enumerate(friends):
            session.add(Referral(friend_key=friend, referrer_key=referrer, made_at=NOW + timedelta(hours=hours)))
        session.flush()
        row = find_referral(session, friends[0])

        assert row
        assert (row.referrer_key, row.confirmed_at) == (referrer, None)
        assert find_referral(session, referrer) is None
        assert [count_referrals(session, [referrer], NOW + timedelta(hours=hours)) for hours in (0, 1, 9)] == [3, 2, 0]


def test_the_purchase_by_which_it_counted_leads_to_it(hub: Hub) -> None:
    with hub.database.write() as session:
        referrer, friend, *_ = session.scalars(select(Member.key)).all()
        session.add(Referral(friend_key=friend, referrer_key=referrer, made_at=NOW, confirmed_by="receipt:a:b"))
    with hub.database.read() as session:
        row = find_confirmed(session, "receipt:a:b")

        assert row
        assert row.friend_key == friend
        assert find_confirmed(session, "receipt:a:c") is None
