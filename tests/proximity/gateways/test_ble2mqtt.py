import pytest

from kiosk.proximity.gateways.ble2mqtt import DEFAULT_TOPIC, list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.parsing import UNREADABLE
from tests.doubles.samples import Sample, agrees, read_samples

DEVICE = "a0:e6:f8:50:72:53"
CONNECTED = f"{DEVICE}/Connected"


@pytest.mark.parametrize("sample", read_samples("ble2mqtt"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert recognise(sample.heard_on, sample.body)
    assert agrees(observe(sample.heard_on, sample.body), sample)


@pytest.mark.parametrize("prefix", ["", "ble/", "shop/ble/"])
def test_who_is_connected_is_in_reach(prefix: str) -> None:
    assert observe(prefix + CONNECTED, b"true") == (Observation(DEVICE, None, in_reach=True),)
    assert name_device(prefix + CONNECTED) == DEVICE


@pytest.mark.parametrize("payload", [b"", b"1", b"\xff", b"{}"])
def test_another_word_is_refused(payload: bytes) -> None:
    assert observe(CONNECTED, payload) == UNREADABLE


@pytest.mark.parametrize(
    "topic", [f"{DEVICE}/BatteryService/BatteryLevel", f"{DEVICE}/Owner", "BLE2MQTT-470A/Uptime", ""]
)
def test_what_is_measured_or_told_of_the_bridge_is_no_evidence(topic: str) -> None:
    assert observe(topic, b"true") == Ignored("not about a device")
    assert name_device(topic) is None


@pytest.mark.parametrize(
    ("topic", "is_ours"),
    [
        (CONNECTED, True),
        (f"{DEVICE}/Owner", True),
        ("BLE2MQTT-470A/Version", True),
        ("", False),
        ("a/Connected", False),
    ],
)
def test_it_is_recognised_by_its_topics(topic: str, *, is_ours: bool) -> None:
    assert recognise(topic, b"true") == is_ours


def test_connections_are_heard_whatever_the_zone() -> None:
    assert list_topics(["hall"]) == (DEFAULT_TOPIC,)
