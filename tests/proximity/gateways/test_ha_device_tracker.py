import pytest

from kiosk.proximity.gateways.ha_device_tracker import list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("ha-device-tracker"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


def test_the_documented_topic_is_asked_for() -> None:
    assert list_topics(["hall"]) == ("location/+",)
    assert name_device("location/paulus") is None


@pytest.mark.parametrize("topic", ["location/paulus", "paulus/state", "homeassistant/device_tracker/paulus/state"])
def test_the_topic_may_name_whom_it_is_about(topic: str) -> None:
    assert observe(topic, b"work") == (Observation(None, "work", interval_s=60, aliases=("paulus",)),)
    assert observe(topic, b"not_home") == (Observation(None, None, kind="left", aliases=("paulus",)),)


@pytest.mark.parametrize("payload", [b"", b"unknown", b"Online", b"23.5", b"{}", b"\xff", b"x" * 200, b"None"])
def test_what_is_no_place_is_nobody(payload: bytes) -> None:
    assert observe("location/paulus", payload) == Ignored("not a state")


@pytest.mark.parametrize("topic", ["homeassistant/device_tracker/a/config", "location/paulus/attributes"])
def test_what_stands_beside_a_state_is_nobody(topic: str) -> None:
    assert observe(topic, b"home") == Ignored("not a state")


@pytest.mark.parametrize(
    ("topic", "payload", "is_ours"),
    [
        ("anything", b"home", True),
        ("anything", b"Not_Home", True),
        ("", b"home", True),
        ("a4567d663eaf/state", b"home", True),
        ("house/upstairs/presence", b"home", True),
        ("house/alarm/state", b"home", False),
        ("thermostat/preset", b"home", False),
        ("location/paulus", b"work", True),
        ("anything", b"work", False),
        ("homeassistant/device_tracker/a/config", b"", True),
        ("x", b'{"latitude": 1, "longitude": 2}', True),
        ("x", b'{"_type": "location", "longitude": 2}', False),
    ],
)
def test_it_is_recognised_by_its_words_on_a_topic_that_may_be_a_trackers(
    topic: str, payload: bytes, *, is_ours: bool
) -> None:
    assert recognise(topic, payload) == is_ours
