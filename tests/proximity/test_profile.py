import json
import math
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import SettingRefused
from kiosk.proximity.lenient import FARTHEST_M
from kiosk.proximity.makes import PROFILES
from kiosk.proximity.observation import Ignored
from kiosk.proximity.profile import Profile
from kiosk.proximity.recognition import Recogniser
from kiosk.settings.proximity import Proximity


def test_every_make_of_gateway_that_can_be_set_is_there() -> None:
    allowed = get_args(get_type_hints(Proximity)["profile"])

    assert set(PROFILES) == set(allowed) - {"none", "auto", "generic"}


def _spell(word: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(word, max_size=6).map("/".join)


_WORDS = st.text(max_size=12) | st.sampled_from(
    [
        "espresense",
        "devices",
        "rooms",
        "companion",
        "room-assistant",
        "entity",
        "mqtt-room",
        "owntracks",
        "event",
        "tele",
        "SENSOR",
        "zigbee2mqtt",
        "home",
        "BTtoMQTT",
        "presence",
        "monitor",
        "device_tracker",
        "location",
    ]
)
_NAMES = st.sampled_from(
    [
        "id",
        "rssi",
        "distance",
        "raw",
        "int",
        "uuid",
        "major",
        "minor",
        "mac",
        "txpower",
        "confidence",
        "presence",
        "occupancy",
        "entity",
        "state",
        "distances",
        "IBEACON",
        "MAC",
        "RSSI",
        "UID",
        "_type",
        "event",
        "desc",
        "acc",
    ]
)
_VALUES: st.SearchStrategy[object] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(("", "nan", "-60", "absent", "enter", "leave", "transition", "beacon", "not_home", "hall", "OFF"))
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES | st.text(max_size=5), inner, max_size=5),
)
_PAYLOADS = st.binary(max_size=200) | _VALUES.map(lambda value: json.dumps(value).encode())
_MAKES = pytest.mark.parametrize("name", [*PROFILES, "auto"])


def _get(name: str) -> Profile:
    return Recogniser() if name == "auto" else PROFILES[name]


@_MAKES
@given(_spell(_WORDS), _PAYLOADS)
def test_any_message_comes_to_usable_observations_or_a_reason(name: str, topic: str, payload: bytes) -> None:
    observed = _get(name).observe(topic, payload)

    assert isinstance(_get(name).recognise(topic, payload), bool)
    if isinstance(observed, Ignored):
        assert observed.reason.isprintable()
        return
    assert observed
    for seen in observed:
        figures = [seen.distance_m, seen.fast_m, seen.rssi, seen.rssi_at_1m, seen.interval_s]
        assert all(math.isfinite(figure) for figure in figures if figure is not None)
        assert seen.rssi is None or -127 < seen.rssi < 0
        assert seen.distance_m is None or 0 < seen.distance_m <= FARTHEST_M


@_MAKES
@given(st.text() | _spell(_WORDS))
def test_any_topic_names_a_device_or_none(name: str, topic: str) -> None:
    device = _get(name).name_device(topic)

    assert device is None or (device and device in topic)


@_MAKES
@pytest.mark.parametrize(
    "payload", [b"[" * 60_000, b'{"a":' * 5_000, b" " * 1_000_000, b"\x00", b"null", b'{"id":"\xff"}']
)
def test_what_is_made_to_break_a_reader_is_refused(name: str, payload: bytes) -> None:
    for topic in ("", "espresense/devices/a/b", "tele/a/SENSOR", "home/gw/BTtoMQTT/a", "owntracks/a/b", "monitor/a/b"):
        assert isinstance(_get(name).observe(topic, payload), Ignored)


@_MAKES
@pytest.mark.parametrize("zone", ["+", "#", "a/#"])
def test_no_zone_widens_what_is_listened_to(name: str, zone: str) -> None:
    try:
        topics = _get(name).list_topics([zone])
    except SettingRefused:
        return
    assert topics == _get(name).list_topics(["shoes"])
