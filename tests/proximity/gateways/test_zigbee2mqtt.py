import pytest

from kiosk.proximity.gateways.zigbee2mqtt import list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("zigbee2mqtt"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


def test_these_sensors_are_asked_for() -> None:
    assert list_topics(["door"]) == ("zigbee2mqtt/door",)
    assert name_device("zigbee2mqtt/door") is None


@pytest.mark.parametrize(
    ("payload", "distance_m"),
    [
        (b'{"presence":true,"target_distance":1.62}', 1.62),
        (b'{"presence":true,"target_distance":"1.62"}', 1.62),
        (b'{"presence":true,"target_distance":0}', None),
        (b'{"presence":true,"target_distance":5.8e9}', None),
        (b'{"presence":true,"occupancy":false}', None),
        (b'{"presence":null,"occupancy":true}', None),
    ],
)
def test_somebody_is_there(payload: bytes, distance_m: float | None) -> None:
    assert observe("zigbee2mqtt/up/door", payload) == (Observation(None, "up/door", distance_m, interval_s=60),)


def test_nobody_is_there_any_more() -> None:
    assert observe("zigbee2mqtt/door", b'{"presence":false,"occupancy":true}') == (
        Observation(None, "door", kind="left"),
    )


@pytest.mark.parametrize(("word", "kind"), [(b"true", "seen"), (b"false", "left"), (b"null", None), (b"1", None)])
@pytest.mark.parametrize("attribute", ["presence", "occupancy"])
def test_an_attribute_may_have_a_topic_of_its_own(attribute: str, word: bytes, kind: str | None) -> None:
    observed = observe(f"zigbee2mqtt/up/door/{attribute}", word)

    assert (None if isinstance(observed, Ignored) else (observed[0].zone, observed[0].kind)) == (
        kind and ("up/door", kind)
    )


@pytest.mark.parametrize("payload", [b"{}", b'{"presence":null}', b'{"occupancy":"yes"}', b'{"presence":1}'])
def test_what_tells_of_no_presence_is_nobody(payload: bytes) -> None:
    assert observe("zigbee2mqtt/door", payload) == Ignored("no presence")


@pytest.mark.parametrize(
    "topic", ["zigbee2mqtt/bridge/devices", "zigbee2mqtt/door/availability", "zigbee2mqtt/door/set"]
)
def test_what_is_said_to_or_of_the_sensor_is_nobody(topic: str) -> None:
    assert observe(topic, b'{"presence":true}') == Ignored("the gateway's own status")


def test_it_is_recognised_by_its_topic_or_its_members() -> None:
    assert recognise("z2m/door", b'{"linkquality":9,"occupancy":true}')
    assert recognise("", b'{"occupancy":true}')
    assert not recognise("home/gw/BTtoMQTT/x", b'{"id":"a","presence":"absent"}')
