from sqlalchemy.orm import Session

from kiosk.contract.credential import hash_id, normalise_proximity_id
from kiosk.hub.context import Hub
from kiosk.hub.domain.credentials.beacon import (
    LIFETIME,
    expire_beacons,
    issue_beacon,
    make_beacon,
    name_beacon,
    revoke_beacons,
)
from kiosk.hub.domain.joining.account import Proof, enter_account
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.proximity_id import list_beacons
from kiosk.hub.sample.shop import STORE
from kiosk.proximity.beacon_frame import name_ibeacon
from tests.hub.accounts import STORE_KEY
from tests.hub.running import Dial


def _join(hub: Hub, session: Session) -> Member:
    account = enter_account(hub, session, STORE, Proof("mara@example.com"), "de")
    return session.get_one(Member, account.member_key)


def _list(session: Session, member: Member) -> set[str]:
    session.flush()
    return {one.value for one in list_beacons(session, member.key)}


def test_a_screen_knows_the_beacon_by_what_its_gateways_say(hub: Hub) -> None:
    with hub.database.write() as session:
        member = _join(hub, session)
        beacon = issue_beacon(hub, session, member, STORE_KEY)
        heard = (
            name_ibeacon(beacon.uuid.replace("-", ""), beacon.major, beacon.minor),
            f"iBeacon:{beacon.uuid}-{beacon.major}-{beacon.minor}",
            f"IBEACON:{beacon.uuid.upper()}-{beacon.major}-{beacon.minor}",
        )

        assert {hash_id(STORE_KEY, "proximity", normalise_proximity_id(one)) for one in heard} == _list(session, member)


def test_a_new_id_takes_the_place_of_the_one_before(hub: Hub) -> None:
    with hub.database.write() as session:
        member = _join(hub, session)
        first, revision = issue_beacon(hub, session, member, STORE_KEY), member.revision
        before = _list(session, member)
        second = issue_beacon(hub, session, member, STORE_KEY)

        assert first != second
        assert _list(session, member).isdisjoint(before)
        assert member.revision > revision


def test_what_is_revoked_is_nobodys_and_screens_hear_of_it(hub: Hub) -> None:
    with hub.database.write() as session:
        member = _join(hub, session)
        issue_beacon(hub, session, member, STORE_KEY)
        revision = member.revision
        revoke_beacons(session, member)

        assert _list(session, member) == set()
        assert member.revision > revision


def test_an_id_expires_and_not_before(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        member = _join(hub, session)
        issue_beacon(hub, session, member, STORE_KEY)
        expire_beacons(hub, session, STORE)
        revision = member.revision
        assert len(_list(session, member)) == 2

        dial.turn(LIFETIME)
        expire_beacons(hub, session, STORE)
        assert _list(session, member) == set()
        assert member.revision > revision


def test_an_id_is_well_formed_and_says_nothing_in_a_log() -> None:
    beacon = make_beacon("secret")

    assert beacon.uuid[14] == "4"
    assert 0 <= beacon.major < 1 << 16
    assert 0 <= beacon.minor < 1 << 16
    assert repr(beacon) == "Beacon(...)"
    assert make_beacon("other") != beacon
    assert name_beacon(beacon)[0] == f"{beacon.uuid}-{beacon.major}-{beacon.minor}"
