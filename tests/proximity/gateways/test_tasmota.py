import pytest

from kiosk.proximity.gateways.tasmota import list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("tasmota"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


def test_these_nodes_sensors_are_asked_for() -> None:
    assert list_topics(["hall"]) == ("tele/hall/SENSOR",)
    assert name_device("tele/hall/SENSOR") is None


@pytest.mark.parametrize("topic", ["tele/hall/SENSOR", "hall/tele/SENSOR", "tele/floor/hall/SENSOR"])
def test_the_node_is_found_in_any_order_of_the_topic(topic: str) -> None:
    assert observe(topic, b'{"IBEACON":{"MAC":"A4","RSSI":-56}}') == (Observation("A4", "hall", rssi=-56),)


@pytest.mark.parametrize(("major", "minor"), [("000a", "0007"), (10, 7), ("10", "7")])
def test_a_beacon_is_known_by_its_uid_too(major: object, minor: object) -> None:
    message = f'{{"IBEACON":{{"MAC":"A4","UID":"fda5","MAJOR":"{major}","MINOR":"{minor}","RSSI":-56}}}}'

    assert observe("tele/hall/SENSOR", message.encode()) == (
        Observation("A4", "hall", rssi=-56, aliases=("fda5", "fda5-10-7")),
    )


def test_a_message_may_tell_of_several() -> None:
    message = b'{"IBEACON_A4":{"RSSI":-56},"IBEACON_B5":{"RSSI":-0},"IBEACON_C6":{"RSSI":"?"},"IBEACON_D7":[]}'

    assert observe("tele/hall/SENSOR", message) == (
        Observation("A4", "hall", rssi=-56),
        Observation("B5", "hall", kind="left"),
    )


@pytest.mark.parametrize(
    ("payload", "ignored"),
    [
        (b'{"IBEACON":{"MAC":"A4","MAJOR":"zzzz","RSSI":127}}', Ignored("no signal strength")),
        (b'{"IBEACON":{"RSSI":-60}}', Ignored("no device")),
        (b'{"IBEACON":[]}', Ignored("not in the gateway's format", broken=True)),
        (b'{"Beacon1":{"MAC":"11","RSSI":0}}', Ignored("the gateway's own status")),
    ],
)
def test_what_names_or_measures_nobody_is_nobody(payload: bytes, ignored: Ignored) -> None:
    assert observe("tele/hall/SENSOR", payload) == ignored


def test_it_is_recognised_by_its_key_or_its_topics() -> None:
    assert recognise("", b'{"IBEACON":{}}')
    assert recognise("hall/tele/SENSOR", b"{}")
    assert not recognise("", b'{"model_id":"IBEACON"}')
