import pytest
from paho.mqtt.client import topic_matches_sub

from kiosk.errors import SettingRefused
from kiosk.proximity.sniff.reach import holds_keys, list_reach

KEYS = ("espresense/settings/irk:00/config", "espresense/rooms/hall/known_irks", "espresense/rooms/hall/known_irks/set")


def test_every_make_is_heard_in_every_zone_and_no_key_ever_asked_for() -> None:
    reach = list_reach(["shop/gateways/#"])

    assert {"espresense/devices/+/+", "tele/+/SENSOR", "shop/gateways/#"} <= set(reach)
    assert [pair for pair in ((topic, key) for topic in reach for key in KEYS) if topic_matches_sub(*pair)] == []


@pytest.mark.parametrize(
    "topic",
    ["#", "+/#", "espresense/#", "espresense/settings/#", "espresense/+/+/known_irks", "+/rooms/+/+", "+/settings/a"],
)
def test_a_topic_that_would_bring_keys_is_refused(topic: str) -> None:
    with pytest.raises(SettingRefused, match="--topic"):
        list_reach([topic])


@pytest.mark.parametrize(
    "topic", ["espresense/devices/#", "espresense/rooms/+/telemetry", "espresense/rooms/+", "shop/#", "+/+", "rooms/#"]
)
def test_other_topics_are_free(topic: str) -> None:
    assert not holds_keys(topic)


@pytest.mark.parametrize("topic", KEYS)
def test_a_topic_that_holds_keys_is_known_as_such(topic: str) -> None:
    assert holds_keys(topic)
