from pathlib import Path

import pytest
from sqlalchemy import select

from kiosk.contract.credential import hash_id
from kiosk.contract.shopper import PROXIMITY
from kiosk.hub.context import Hub
from kiosk.hub.domain.joining.membership import Joining, join_member
from kiosk.hub.models.members.consent import group_purposes
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.proximity_id import group_beacons
from kiosk.hub.sample.shop import STORE

KEY = bytes(range(32))
JOINING = Joining(
    store=STORE,
    language="de",
    consents=(PROXIMITY,),
    beacons=("AA:BB-CC_01",),
    uids=("04FFEEDDCCBBAA",),
    uris=("https://member.example/x",),
)


def test_a_member_is_known_by_the_hashes_of_what_she_carries(hub: Hub) -> None:
    with hub.database.write() as session:
        member = join_member(hub, session, JOINING, KEY)
        session.flush()

        assert group_beacons(session, select(Member.key))[member.key] == [hash_id(KEY, "proximity", "aabbcc01")]
        assert find_member(session, STORE, "uid", hash_id(KEY, "uid", "04ffeeddccbbaa")) is member
        assert find_member(session, STORE, "ndef", hash_id(KEY, "ndef", "https://member.example/x")) is member
        assert set(group_purposes(session, select(Member.key))[member.key]) == {PROXIMITY}


def test_what_another_system_knew_of_her_comes_along(hub: Hub) -> None:
    joining = Joining(STORE, "de", visits=4, interests={"coffee": 0.5})
    with hub.database.write() as session:
        member = join_member(hub, session, joining, KEY)

        assert (member.visits, member.interests) == (4, {"coffee": 0.5})


@pytest.mark.sqlite
def test_no_raw_id_reaches_the_disk(hub: Hub, tmp_path: Path) -> None:
    with hub.database.write() as session:
        join_member(hub, session, JOINING, KEY)
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("hub.sqlite3*")).lower()

    assert [raw for raw in (b"aa:bb-cc_01", b"aabbcc01", b"04ffeeddccbbaa", b"member.example") if raw in kept] == []


def test_who_joins_shows_no_raw_id() -> None:
    assert "04FF" not in repr(JOINING)
