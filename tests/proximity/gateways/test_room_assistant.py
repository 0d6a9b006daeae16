import pytest

from kiosk.proximity.gateways.room_assistant import list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("room-assistant"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


TOPIC = "room-assistant/entity/hall/bluetooth-low-energy-presence-sensor/ble-one"


def _pack(state: str, more: str = "") -> bytes:
    distances = '{"hall": {"distance": 2.5, "outOfRange": false}, "bath": {"distance": 9, "outOfRange": true}}'
    return f'{{"entity": {{"id": "ble-one", "state": {state}, "distances": {distances}{more}}}}}'.encode()


def test_rooms_are_asked_for_by_name_and_entities_all() -> None:
    assert list_topics(["hall"]) == (
        "room-assistant/mqtt-room/hall",
        "room-assistant/entity/+/bluetooth-low-energy-presence-sensor/+",
        "room-assistant/entity/+/bluetooth-classic-presence-sensor/+",
    )
    assert name_device(TOPIC) is None


def test_the_device_is_known_by_its_own_id_too() -> None:
    measured = ', "measuredValues": {"hall": {"rssi": "-61.5", "measuredPower": -59}}'

    assert observe(TOPIC, _pack('"hall"', measured)) == (
        Observation("ble-one", "hall", 2.5, -61.5, rssi_at_1m=-59, interval_s=60, aliases=("one",)),
    )
    assert observe(TOPIC, _pack('"not_home"')) == (Observation("ble-one", None, kind="left", aliases=("one",)),)


@pytest.mark.parametrize(
    ("topic", "payload", "observed"),
    [
        ("sensor/ble-one/state", b"bath", (Observation("ble-one", "bath", interval_s=60, aliases=("one",)),)),
        ("sensor/ble-one/state", b"not_home", (Observation("ble-one", None, kind="left", aliases=("one",)),)),
        ("sensor/ble-one/status", b"online", Ignored("the gateway's own status")),
        ("sensor/hall-d1-sensor/state", b"1337", Ignored("the gateway's own status")),
        ("sensor/ble-one/state", b"", Ignored("the gateway's own status")),
        ("status", b"online", Ignored("the gateway's own status")),
    ],
)
def test_a_room_may_be_a_bare_word(topic: str, payload: bytes, observed: object) -> None:
    assert observe(f"room-assistant/{topic}", payload) == observed


def test_a_place_without_any_figure_is_a_place() -> None:
    assert observe(TOPIC, _pack('"attic"')) == (Observation("ble-one", "attic", interval_s=60, aliases=("one",)),)


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (_pack('"bath"'), "out of range"),
        (_pack('"hall"', ', "attributes": {"distance": 5.8e9}'), "absurd distance"),
        (_pack("true"), "not about a device"),
        (_pack("4"), "not about a device"),
        (b'{"entity": {"id": "s", "state": "on"}}', "not about a device"),
        (b'{"hasAuthority": true}', "not about a device"),
        (b"online", "not in the gateway's format"),
        (_pack('"hall"', ', "attributes": []'), "not in the gateway's format"),
    ],
)
def test_what_tells_no_place_is_nobody(payload: bytes, reason: str) -> None:
    observed = observe(TOPIC, payload)

    assert isinstance(observed, Ignored)
    assert observed.reason == reason


def test_it_is_recognised_under_a_topic_of_its_own() -> None:
    assert recognise("shop/entity/hall/x/ble-one", b'{"entity": {}, "hasAuthority": true}')
    assert not recognise("shop/hall", b'{"id": "one", "distance": 1}')
