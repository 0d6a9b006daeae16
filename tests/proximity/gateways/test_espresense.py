import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import SettingRefused
from kiosk.proximity.gateways.espresense import LARGEST_PAYLOAD, find_device, list_topics, read_message
from kiosk.proximity.sighting import Ignored, Reading
from tests.doubles.calm import calmly


def _pack(**more: object) -> bytes:
    usual = {"mac": "58b1294494d3", "id": "watch:one", "idType": 250, "rssi@1m": -76, "rssi": -66}
    return json.dumps(usual | {"raw": 0.36, "distance": 0.38, "int": 584} | more).encode()


def test_only_the_devices_of_these_rooms_are_asked_for() -> None:
    assert list_topics(["shoes", "tea room"]) == ("espresense/devices/+/shoes", "espresense/devices/+/tea room")


@pytest.mark.parametrize("zone", ["+", "#", "shoes/#"])
def test_a_zone_that_would_hear_the_whole_house_is_refused(zone: str) -> None:
    with pytest.raises(SettingRefused, match=r"screen\.zones"):
        list_topics([zone])


@pytest.mark.parametrize(
    ("topic", "found"),
    [
        ("espresense/devices/watch:one/office_alt", ("watch:one", "office_alt")),
        ("espresense/devices/iBeacon:e5ca-1-2/shoes", ("iBeacon:e5ca-1-2", "shoes")),
        ("espresense/devices/my own tag/tea room", ("my own tag", "tea room")),
        ("espresense/devices//shoes", None),
        ("espresense/devices/watch:one", None),
        ("espresense/devices/watch:one/", None),
        ("espresense/devices/a/b/shoes", None),
        ("espresense/rooms/shoes/max_distance", None),
        ("espresense/rooms/shoes/telemetry", None),
        ("espresense/rooms/shoes", None),
        ("", None),
    ],
)
def test_the_topic_says_which_device_and_which_room(topic: str, found: tuple[str, str] | None) -> None:
    assert find_device(topic) == found


def test_a_real_message_is_a_reading() -> None:
    assert read_message(_pack()) == Reading(0.36, -66, 0.584)


@pytest.mark.parametrize(
    ("message", "distance_m"),
    [
        (_pack(raw=1), 1.0),
        (_pack(raw="1.5", rssi="-66"), 1.5),
        (_pack(raw=None, **{"rssi@1m": -59, "rssi": -59}), 1.0),
        (_pack(raw=0, **{"rssi@1m": -59, "rssi": -86}), 10.0),
        (_pack(raw=-0.0, **{"rssi@1m": 0}), 0.38),
        (b'{"distance": 1.2}', 1.2),
        (b'{"rssi": -65}', 1.0),
        (b'{"rssi": -65, "rssi": -92}', 10.0),
        (b'{"rssi": "", "distance": "2.5"}', 2.5),
        (b'{"rssi": -65, "name": "Somebody\'s watch", "close": true, "raw": "x"}', 1.0),
    ],
)
def test_the_distance_is_the_fastest_that_the_message_offers(message: bytes, distance_m: float) -> None:
    reading = read_message(message)

    assert isinstance(reading, Reading)
    assert reading.distance_m == pytest.approx(distance_m)


@pytest.mark.parametrize("rssi", [0, -0.0, -127, 127, 3, "-127", 1e300])
def test_what_is_no_strength_is_no_reading(rssi: object) -> None:
    assert read_message(_pack(rssi=rssi)) == Ignored("no signal strength")


@pytest.mark.parametrize("distance", [5.8e9, -5.8e9, "1e12", 101])
def test_a_node_that_states_an_absurd_distance_is_not_believed(distance: object) -> None:
    assert read_message(_pack(distance=distance)) == Ignored("absurd distance")


@pytest.mark.parametrize(
    "payload", [b"{}", b'{"rssi": null}', b'{"distance": 0}', b'{"raw": 5e3}', b'{"distance":"nan"}']
)
def test_a_message_without_any_distance_is_no_evidence(payload: bytes) -> None:
    assert read_message(payload) == Ignored("no distance")


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"16.0",
        b"online",
        b"[]",
        b"null",
        b'{"rssi": -6',
        b"\xff\xfe",
        b'{"raw": "\xff"}',
        b'{"rssi": [1]}',
        b"[" * 8000,
        b'{"rssi": -60, "x": ' + b"[" * 8000,
    ],
)
def test_what_is_no_message_is_refused(payload: bytes) -> None:
    assert read_message(payload) == Ignored("not an ESPresense message", broken=True)


def test_an_oversized_message_is_refused_unread() -> None:
    assert read_message(_pack(name="x" * LARGEST_PAYLOAD)) == Ignored("too large", broken=True)


@calmly
@given(st.binary(max_size=300))
def test_any_bytes_come_to_a_reading_or_a_reason(payload: bytes) -> None:
    assert isinstance(read_message(payload), Reading | Ignored)


_VALUES: st.SearchStrategy[object] = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40)


@calmly
@given(st.dictionaries(st.sampled_from(["rssi", "rssi@1m", "raw", "distance", "int", "id"]), _VALUES))
def test_any_values_come_to_a_usable_distance_or_a_reason(message: dict[str, object]) -> None:
    reading = read_message(json.dumps(message).encode())

    assert isinstance(reading, Ignored) or 0 < reading.distance_m <= 100


@calmly
@given(st.text())
def test_any_topic_is_understood_or_not_about_a_device(topic: str) -> None:
    found = find_device(f"espresense/devices/{topic}")

    assert found is None or f"{found[0]}/{found[1]}" == topic
