import pytest

from kiosk.proximity.advert import gather, observe_advert, observe_beacon, read_hex, read_ibeacon
from kiosk.proximity.beacon_frame import BeaconFrame
from kiosk.proximity.lenient import Number
from kiosk.proximity.observation import Ignored, Observation

_UUID = "b9a5d27d56cc4e3aab511f2153bcb967"


def test_an_advert_is_known_by_its_address_and_by_the_beacon_in_it() -> None:
    advert = read_hex(f"0201061AFF4C000215{_UUID}0001452ED6")

    assert observe_advert("0C61CFC1452E", "gate", "-44", advert) == Observation(
        "0C61CFC1452E", "gate", rssi=-44, rssi_at_1m=-42, aliases=(f"{_UUID}-1-17710",)
    )


@pytest.mark.parametrize(
    ("mac", "rssi"), [("a", None), ("a", 0), ("a", -127), ("a", 127), ("a", ""), (None, -50), ("", -50), (" ", -50)]
)
def test_an_advert_without_a_sender_or_a_strength_is_nobodys(mac: str | None, rssi: Number) -> None:
    assert observe_advert(mac, "gate", rssi) is None


def test_a_place_without_a_name_is_no_place() -> None:
    assert observe_beacon("a", "", -50, None) == Observation("a", None, rssi=-50)


def test_a_batch_leaves_out_what_came_to_nothing() -> None:
    heard = Observation("a", "gate", rssi=-50)

    assert gather([None, heard]) == (heard,)
    assert gather([None, None]) == Ignored("no signal strength")


@pytest.mark.parametrize(
    ("text", "data"), [("0aFF", b"\x0a\xff"), ("0a ff", b"\x0a\xff"), ("", b""), (None, b""), ("0", b""), ("zz", b"")]
)
def test_what_is_no_hex_is_no_advert(text: str | None, data: bytes) -> None:
    assert read_hex(text) == data


@pytest.mark.parametrize(
    ("major", "minor", "power", "beacon"),
    [
        (4, 1, -70, BeaconFrame("u-4-1", -70)),
        ("4", "1", "", BeaconFrame("u-4-1", None)),
        (0, 0, 0, BeaconFrame("u-0-0", None)),
        (None, 1, -70, None),
        (4, "x", -70, None),
    ],
)
def test_a_decoded_beacon_counts_if_it_is_whole(
    major: Number, minor: Number, power: Number, beacon: BeaconFrame | None
) -> None:
    assert read_ibeacon("u", major, minor, power) == beacon
    assert read_ibeacon("", major, minor, power) is None
