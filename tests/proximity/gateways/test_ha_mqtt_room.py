import pytest

from kiosk.proximity.gateways.ha_mqtt_room import list_topics, name_device, observe, recognise
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("ha-mqtt-room"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


def test_each_room_is_asked_for() -> None:
    assert list_topics(["hall", "bath"]) == ("+/hall", "+/bath")
    assert name_device("room_presence/hall") is None


@pytest.mark.parametrize(
    ("topic", "payload", "is_ours"),
    [
        ("any/where/hall", b'{"id": "keys:anna", "distance": 1}', True),
        ("any/where/hall", b'{"id": "aa-b1", "distance": 1}', True),
        ("any/where/hall", b'{"id": "a", "name": "Keys", "distance": 1}', True),
        ("any/where/hall", b'{"id": "a", "rssi": -60, "distance": 1}', True),
        ("room_presence/hall", b'{"id": "a", "distance": 1}', True),
        ("esphome/ultrasonic", b'{"id": "tank", "distance": 0.4}', False),
        ("", b'{"distance": "2", "id": "a"}', True),
        ("any/where/hall", b'{"id": "a"}', False),
        ("homeassistant/sensor/x/config", b'{"id": "a", "distance": 1}', False),
    ],
)
def test_it_is_recognised_by_the_two_members_that_it_needs_where_rooms_or_radios_are_meant(
    topic: str, payload: bytes, *, is_ours: bool
) -> None:
    assert recognise(topic, payload) == is_ours
