import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.proximity.beacon_frame import BeaconFrame, find_beacon, name_ibeacon, read_manufacturer_data

_UUID = "b9a5d27d56cc4e3aab511f2153bcb967"


@pytest.mark.parametrize(
    ("advert", "beacon"),
    [
        # iGS03 manual
        (f"0201061AFF4C000215{_UUID}0001452ED6", BeaconFrame(f"{_UUID}-1-17710", -42)),
        # without flags, and after a name
        (f"1AFF4C000215{_UUID}0001452ED6", BeaconFrame(f"{_UUID}-1-17710", -42)),
        (f"0409414243 1AFF4C000215{_UUID}FFFF0000C5", BeaconFrame(f"{_UUID}-65535-0", -59)),
        # a power that nothing can have
        (f"0201061AFF4C000215{_UUID}0001452E00", BeaconFrame(f"{_UUID}-1-17710", None)),
        # AltBeacon of the company 0x0118, with its reserved byte
        (f"02011A1BFF1801BEAC{_UUID}00010002C5AA", BeaconFrame(f"{_UUID}-1-2", -59)),
        # Eddystone UID: -24 dBm at 0 m is -65 at 1 m; with and without the two reserved bytes
        (
            "0201060303AAFE1516AAFE00E80011223344556677889900000000000000",
            BeaconFrame("00112233445566778899-000000000000", -65),
        ),
        (
            "0201060303AAFE1716AAFE00EE00112233445566778899AABBCCDDEEFF0000",
            BeaconFrame("00112233445566778899-aabbccddeeff", -59),
        ),
    ],
)
def test_a_beacon_says_who_it_is_and_how_strong_it_is_a_metre_away(advert: str, beacon: BeaconFrame) -> None:
    assert find_beacon(bytes.fromhex(advert)) == beacon


@pytest.mark.parametrize(
    "advert",
    [
        "",
        "00",
        "020106",
        # Eddystone TLM, URL and EID
        "0201060303AAFE1116AAFE20000BB81700000001A200000B4C",
        "0201060303AAFE0A16AAFE10EE0361626300",
        "0201060303AAFE0D16AAFE30EE0102030405060708",
        # other manufacturer data of Apple, and of others
        "02011A020A0C0AFF4C001005031CF7B75E",
        "1EFF06000109200235EEAEEBD2CFD9330452E2AC9FE743D46EFC3EACBEAE2A",
        # cut short, or stating a length that is not there
        f"0201061AFF4C000215{_UUID}0001452E",
        f"02010616FF4C000215{_UUID}",
        "0201061516AAFE00E800112233445566778899",
        "FFFF4C000215",
        "0016AAFE00",
    ],
)
def test_what_is_no_whole_beacon_identifies_nobody(advert: str) -> None:
    assert find_beacon(bytes.fromhex(advert)) is None


def test_manufacturer_data_may_come_alone() -> None:
    data = bytes.fromhex(f"4c000215{_UUID}0001452ed6")

    assert read_manufacturer_data(data) == BeaconFrame(name_ibeacon(_UUID, 1, 17710), -42)
    assert read_manufacturer_data(data[:-1]) is None
    assert read_manufacturer_data(b"\x90\x05{a:1}") is None


def test_a_beacon_that_is_printed_names_nobody() -> None:
    assert _UUID not in repr(BeaconFrame(f"{_UUID}-1-2", -59))


@given(st.binary(max_size=80))
def test_any_bytes_hold_a_beacon_or_none(advert: bytes) -> None:
    beacon = find_beacon(advert)

    assert beacon is None or -127 < (beacon.rssi_at_1m or -1) < 0
