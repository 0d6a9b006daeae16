import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import SettingRefused
from kiosk.proximity.generic import Generic
from kiosk.proximity.observation import Ignored, Observation
from kiosk.settings.proximity import Mapping

FLAT = Generic(Mapping(topic="gw/{zone}/{device}", rssi="signal", rssi_at_1m="power", distance="m", left="state=away"))
BATCH = Generic(Mapping(topic="gw/batch", items="adverts", device="beacon.id", zone="gateway", rssi="beacon.rssi"))
WORD = Generic(Mapping(topic="door/{zone}", left=".=closed"))
NUMBER = Generic(Mapping(topic="ble/{device}/rssi", rssi="."))


def test_topic_and_members_are_mapped() -> None:
    message = b'{"signal": "-61", "power": -59, "m": 1.5, "state": "here"}'

    assert FLAT.observe("gw/shoes/aa:bb", message) == (Observation("aa:bb", "shoes", 1.5, -61, rssi_at_1m=-59),)
    assert FLAT.observe("gw/shoes/aa:bb", b'{"state": "away"}') == (Observation("aa:bb", "shoes", kind="left"),)
    assert FLAT.name_device("gw/shoes/aa:bb") == "aa:bb"
    assert FLAT.list_topics(["shoes"]) == ("gw/shoes/+",)


def test_a_batch_tells_of_several_and_its_gateway_once() -> None:
    adverts = [{"beacon": {"id": "a", "rssi": -60}}, {"beacon": {"id": "b", "rssi": 0}}, {"beacon": {"rssi": -60}}, 7]
    message = {"gateway": "shoes", "adverts": [*adverts, {"gateway": "bags", "beacon": {"id": "c", "rssi": -70}}]}

    assert BATCH.observe("gw/batch", json.dumps(message).encode()) == (
        Observation("a", "shoes", rssi=-60),
        Observation("c", "bags", rssi=-70),
    )
    assert BATCH.name_device("gw/batch") is None


def test_a_bare_word_or_number_is_a_message_too() -> None:
    assert WORD.observe("door/front", b"open") == (Observation(None, "front"),)
    assert WORD.observe("door/front", b"closed") == (Observation(None, "front", kind="left"),)
    assert NUMBER.observe("ble/aa:bb/rssi", b"-53") == (Observation("aa:bb", None, rssi=-53),)


@pytest.mark.parametrize(
    ("profile", "topic", "payload", "ignored"),
    [
        (FLAT, "gw/shoes/a", b"{}", Ignored("no signal strength")),
        (FLAT, "gw/shoes/a", b'{"m": 5.8e9}', Ignored("absurd distance")),
        (FLAT, "gw/shoes/", b'{"m": 1}', Ignored("no device")),
        (FLAT, "other/shoes/a", b'{"m": 1}', Ignored("not on the mapping's topic")),
        (FLAT, "gw/shoes/a", b"{", Ignored("not in the gateway's format", broken=True)),
        (BATCH, "gw/batch", b'{"adverts": []}', Ignored("not about a device")),
        (BATCH, "gw/batch", b"[]", Ignored("no device")),
    ],
)
def test_what_the_mapping_does_not_find_is_nobody(
    profile: Generic, topic: str, payload: bytes, ignored: Ignored
) -> None:
    assert profile.observe(topic, payload) == ignored


@pytest.mark.parametrize(
    ("mapping", "name"),
    [
        (Mapping(), "mapping.topic"),
        (Mapping(topic="espresense/#"), "mapping.topic"),
        (Mapping(topic="a", left="gone"), "mapping.left"),
    ],
)
def test_a_mapping_that_is_not_whole_is_refused_by_name(mapping: Mapping, name: str) -> None:
    with pytest.raises(SettingRefused, match=name):
        Generic(mapping)


def test_it_recognises_its_own_topic() -> None:
    assert FLAT.recognise("gw/shoes/a", b"")
    assert not FLAT.recognise("gw/shoes", b"")


@given(st.sampled_from([FLAT, BATCH, WORD, NUMBER]), st.text(max_size=20), st.binary(max_size=200))
def test_any_message_comes_to_observations_or_a_reason(profile: Generic, topic: str, payload: bytes) -> None:
    assert isinstance(profile.observe(topic, payload), tuple | Ignored)
    assert isinstance(profile.observe("", payload), tuple | Ignored)


@pytest.mark.parametrize(
    ("member", "observed"),
    [
        ("signal", Ignored("no signal strength")),
        ("m", Ignored("no signal strength")),
        ("power", (Observation("aa:bb", "shoes", rssi=-61),)),
    ],
)
def test_a_number_beyond_all_others_is_none(member: str, observed: object) -> None:
    message = ({"signal": -61} if member == "power" else {}) | {member: 10**400}

    assert FLAT.observe("gw/shoes/aa:bb", json.dumps(message).encode()) == observed


def test_when_it_was_heard_stands_in_the_item_or_beside_it() -> None:
    batch = Generic(Mapping(topic="gw", items="list", device="id", rssi="rssi", time="at", left="gone=yes"))
    message = b'{"at": 1600000000, "list": [{"id": "a", "rssi": -60, "at": 1700000000}, {"id": "b", "gone": "yes"}]}'

    assert batch.observe("gw", message) == (
        Observation("a", None, rssi=-60, said_at=1_700_000_000),
        Observation("b", None, kind="left", said_at=1_600_000_000),
    )
