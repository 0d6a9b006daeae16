import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.proximity.gateways.espresense import LARGEST_PAYLOAD, list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.sighting import make_sighting
from tests.doubles.samples import Sample, agrees, read_samples

TOPIC = "espresense/devices/watch:one/office"


def _pack(**more: object) -> bytes:
    usual = {"mac": "58b1294494d3", "id": "watch:one", "idType": 250, "rssi@1m": -76, "rssi": -66}
    return json.dumps(usual | {"raw": 0.36, "distance": 0.38, "int": 584} | more).encode()


@pytest.mark.parametrize("sample", read_samples("espresense"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


def test_only_the_devices_of_these_rooms_are_asked_for() -> None:
    assert list_topics(["shoes", "tea room"]) == ("espresense/devices/+/shoes", "espresense/devices/+/tea room")


@pytest.mark.parametrize(
    ("topic", "found"),
    [
        ("espresense/devices/watch:one/office_alt", "watch:one"),
        ("espresense/devices/iBeacon:e5ca-1-2/shoes", "iBeacon:e5ca-1-2"),
        ("espresense/devices/my own tag/tea room", "my own tag"),
        ("espresense/devices//shoes", None),
        ("espresense/devices/watch:one", None),
        ("espresense/devices/watch:one/", None),
        ("espresense/devices/a/b/shoes", None),
        ("espresense/companion/watch:one", "watch:one"),
        ("espresense/companion/watch:one/attributes", None),
        ("espresense/companion/", None),
        ("espresense/rooms/shoes/max_distance", None),
        ("espresense/rooms/shoes/telemetry", None),
        ("espresense/rooms/shoes", None),
        ("", None),
    ],
)
def test_the_topic_says_which_device(topic: str, found: str | None) -> None:
    assert name_device(topic) == found


def test_a_real_message_is_an_observation() -> None:
    assert observe(TOPIC, _pack()) == (
        Observation("watch:one", "office", 0.38, -66, rssi_at_1m=-76, interval_s=0.584, fast_m=0.36),
    )


@pytest.mark.parametrize(
    ("message", "distance_m"),
    [
        (_pack(raw=1), 1.0),
        (_pack(raw="1.5", rssi="-66"), 1.5),
        (_pack(raw=None, **{"rssi@1m": -59, "rssi": -59}), 1.0),
        (_pack(raw=0, **{"rssi@1m": -59, "rssi": -86}), 10.0),
        (_pack(raw=-0.0, rssi=-65, **{"rssi@1m": 0}), 1.0),
        (b'{"distance": 1.2}', 1.2),
        (b'{"rssi": -65}', 1.0),
        (b'{"rssi": -65, "rssi": -92}', 10.0),
        (b'{"rssi": "", "distance": "2.5"}', 2.5),
        (b'{"rssi": -65, "name": "Somebody\'s watch", "close": true, "raw": "x"}', 1.0),
    ],
)
def test_the_distance_is_the_fastest_that_the_message_offers(message: bytes, distance_m: float) -> None:
    observed = observe(TOPIC, message)

    assert not isinstance(observed, Ignored)
    assert make_sighting("s", "office", observed[0], 0.0).distance_m == pytest.approx(distance_m)


@pytest.mark.parametrize("rssi", [0, -0.0, -127, 127, 3, "-127", 1e300])
def test_what_is_no_strength_is_no_reading(rssi: object) -> None:
    assert observe(TOPIC, _pack(rssi=rssi)) == Ignored("no signal strength")


@pytest.mark.parametrize("distance", [5.8e9, -5.8e9, "1e12", 101])
def test_a_node_that_states_an_absurd_distance_is_not_believed(distance: object) -> None:
    assert observe(TOPIC, _pack(distance=distance)) == Ignored("absurd distance")


@pytest.mark.parametrize(
    "payload", [b"{}", b'{"rssi": null}', b'{"distance": 0}', b'{"raw": 5e3}', b'{"distance":"nan"}']
)
def test_a_message_without_any_distance_is_no_evidence(payload: bytes) -> None:
    assert observe(TOPIC, payload) == Ignored("no distance")


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
    assert observe(TOPIC, payload) == Ignored("not in the gateway's format", broken=True)


def test_an_oversized_message_is_refused_unread() -> None:
    assert observe(TOPIC, _pack(name="x" * LARGEST_PAYLOAD)) == Ignored("too large", broken=True)


@pytest.mark.parametrize(
    ("topic", "payload"),
    [
        ("espresense/rooms/study/max_distance", b"16.0"),
        ("espresense/rooms/study/telemetry", b'{"ip":"10.0.0.2","uptime":20,"rssi":-60,"adverts":12}'),
        ("espresense/rooms/study/status", b"offline"),
        ("espresense/settings/irk:00/config", b'{"id":"key:one","name":"One"}'),
        ("espresense/companion/watch:one/attributes", b'{"source_type":"espresense"}'),
        ("espresense/companion/watch:one", b'{"x": 1}'),
        ("espresense/companion/watch:one", b""),
    ],
)
def test_what_nodes_say_of_themselves_is_nobody(topic: str, payload: bytes) -> None:
    assert observe(topic, payload) == Ignored("not about a device")
    assert recognise(topic, payload)


def test_older_nodes_name_the_device_in_the_message_only() -> None:
    observed = observe("espresense/rooms/kitchen", b'{"id":"apple:iphone12-3","rssi":-65,"raw":1,"distance":1.53}')

    assert not isinstance(observed, Ignored)
    assert (observed[0].device, observed[0].zone) == ("apple:iphone12-3", "kitchen")
    assert observe("espresense/rooms/kitchen", b'{"rssi":-65}') == Ignored("no device")


def test_the_companion_states_a_room_or_that_nobody_is_home() -> None:
    assert observe("espresense/companion/watch:one", b"kitchen") == (
        Observation("watch:one", "kitchen", interval_s=60),
    )
    assert observe("espresense/companion/watch:one", b"not_home") == (Observation("watch:one", None, kind="left"),)


def test_a_message_of_an_unknown_topic_is_recognised_by_its_members() -> None:
    assert recognise("", _pack())
    assert not recognise("", b'{"id": "123", "distance": 1}')
    assert not recognise("room_presence/bedroom", _pack())


_VALUES: st.SearchStrategy[object] = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40)


@given(st.dictionaries(st.sampled_from(["rssi", "rssi@1m", "raw", "distance", "int", "id"]), _VALUES))
def test_any_values_come_to_a_usable_distance_or_a_reason(message: dict[str, object]) -> None:
    observed = observe(TOPIC, json.dumps(message).encode())

    assert isinstance(observed, Ignored) or make_sighting("s", "z", observed[0], 0.0).distance_m > 0
