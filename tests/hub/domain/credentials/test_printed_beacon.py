import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.credentials.printed_beacon import attach_beacon, make_printed_beacon, read_beacon_code
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.proximity_id import list_beacons
from kiosk.hub.problem import Problem
from tests.hub.joined import add_joined

_KEY, _OTHER = bytes(range(32)), bytes(32)
_MADE = make_printed_beacon(_KEY, "secret")


def test_a_code_leads_to_what_its_beacon_sends_however_it_is_spelt() -> None:
    assert read_beacon_code(_KEY, f" {_MADE.code.lower()} ") == _MADE.beacon
    assert len(_MADE.code) == 24
    assert make_printed_beacon(_KEY, "another").beacon != _MADE.beacon


@pytest.mark.parametrize(
    "code", ["", "A" * 24, "é" * 24, _MADE.code[:-1], _MADE.code + "A", "B" + _MADE.code[1:] + "1"]
)
def test_what_the_store_did_not_make_is_no_code(code: str) -> None:
    assert read_beacon_code(_KEY, code) is None


def test_nor_is_what_another_store_made() -> None:
    assert read_beacon_code(_OTHER, _MADE.code) is None


def test_a_beacon_becomes_hers_in_place_of_the_one_before_and_nobody_elses(hub: Hub) -> None:
    with hub.database.write() as session:
        mara: Member = add_joined(hub, session)
        eve = add_joined(hub, session, "s_eve", "eve@example.com")
        attach_beacon(hub, session, mara, _KEY, make_printed_beacon(_KEY, "old").beacon)
        before = {one.value for one in list_beacons(session, mara.key)}
        for _ in range(2):
            attach_beacon(hub, session, mara, _KEY, _MADE.beacon)
        after = {one.value for one in list_beacons(session, mara.key)}
        with pytest.raises(Problem, match="somebody else's"):
            attach_beacon(hub, session, eve, _KEY, _MADE.beacon)

        assert (len(before), len(after), before & after) == (2, 2, set())
        assert {one.value for one in list_beacons(session, mara.key)} == after
        assert list_beacons(session, eve.key) == []
