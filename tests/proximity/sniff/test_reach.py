import pytest
from paho.mqtt.client import topic_matches_sub

from kiosk.errors import SettingRefused
from kiosk.proximity.sniff.reach import list_reach

KEYS = ("espresense/settings/irk:00/config", "espresense/rooms/hall/known_irks", "espresense/rooms/hall/known_irks/set")


def test_every_make_is_heard_in_every_zone_and_no_key_ever_asked_for() -> None:
    reach = list_reach(["shop/gateways/#"])

    assert {"espresense/devices/+/+", "tele/+/SENSOR", "shop/gateways/#"} <= set(reach)
    assert [pair for pair in ((topic, key) for topic in reach for key in KEYS) if topic_matches_sub(*pair)] == []


def test_a_topic_that_would_bring_them_is_refused() -> None:
    with pytest.raises(SettingRefused, match="--topic"):
        list_reach(["#"])
