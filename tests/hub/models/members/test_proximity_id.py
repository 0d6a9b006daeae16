from datetime import timedelta

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import Member, list_members, select_changed_keys
from kiosk.hub.models.members.proximity_id import (
    ProximityId,
    forget_beacons,
    group_beacons,
    list_beacons,
    list_expired,
)
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

DAY = timedelta(days=1)


def test_a_member_may_carry_several_beacons(hub: Hub) -> None:
    with hub.database.write() as session:
        member = list_members(session, select_changed_keys(STORE, 0))[0]
        first = group_beacons(session, select(Member.key))[member.key]
        session.add(ProximityId(store_id=STORE, value="0" * 64, member_key=member.key))
        session.flush()

        assert group_beacons(session, select(Member.key))[member.key] == ["0" * 64, *first]


def test_a_members_beacons_are_forgotten_and_nobody_elses(hub: Hub) -> None:
    with hub.database.write() as session:
        anna, ben, *_ = list_members(session, select_changed_keys(STORE, 0))
        forget_beacons(session, anna.key)
        left = group_beacons(session, select(Member.key))

    assert (anna.key in left, ben.key in left) == (False, True)


def test_what_expired_is_listed_and_what_never_does_is_not(hub: Hub) -> None:
    with hub.database.write() as session:
        anna = list_members(session, select_changed_keys(STORE, 0))[0]
        for value, expires_at in (("1" * 64, NOW), ("2" * 64, NOW + DAY)):
            row = ProximityId(store_id=STORE, value=value, member_key=anna.key, expires_at=expires_at)
            session.add(row)
        session.flush()
        expired = [one.value for one in list_expired(session, STORE, NOW)]
        hers = [one.value for one in list_beacons(session, anna.key)]

    assert expired == ["1" * 64]
    assert hers[:2] == ["2" * 64, "1" * 64]
