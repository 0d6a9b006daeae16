from kiosk.hub.context import Hub
from kiosk.hub.models.member import list_changed_members
from kiosk.hub.models.proximity_id import ProximityId, list_proximity_ids
from kiosk.hub.sample_shop import STORE


def test_a_member_may_carry_several_beacons(hub: Hub) -> None:
    with hub.database.write() as session:
        member = list_changed_members(session, STORE, 0)[0]
        first = list_proximity_ids(session, member)
        session.add(ProximityId(store_id=STORE, value="0" * 64, member_key=member.key))
        session.flush()

        assert list_proximity_ids(session, member) == ["0" * 64, *first]
