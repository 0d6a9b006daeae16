from datetime import timedelta

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.member import Member
from kiosk.hub.models.referral import Referral, count_referrals, find_referral
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
        assert [count_referrals(session, referrer, NOW + timedelta(hours=hours)) for hours in (0, 1, 9)] == [3, 2, 0]
