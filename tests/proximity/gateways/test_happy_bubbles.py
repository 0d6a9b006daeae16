import json

import pytest

from kiosk.proximity.gateways.happy_bubbles import list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.parsing import UNREADABLE
from tests.doubles.samples import Sample, agrees, read_samples

_ROOT = "happy-bubbles/ble/hall/"


def _observe(form: str, **members: object) -> object:
    return observe(_ROOT + form, json.dumps({"hostname": "hall", "mac": "dd6e", "rssi": -80} | members).encode())


@pytest.mark.parametrize("sample", read_samples("happy-bubbles"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)
    assert agrees(observe("", sample.body), sample)


@pytest.mark.parametrize("sample", read_samples("happy-bubbles"), ids=str)
def test_each_known_message_is_recognised_whatever_its_topic(sample: Sample) -> None:
    assert recognise(sample.heard_on, sample.body)
    assert recognise("", sample.body)


def test_all_forms_of_these_hosts_are_asked_for_and_no_topic_names_whom_it_is_about() -> None:
    assert list_topics(["hall"]) == ("happy-bubbles/ble/hall/+/+",)
    assert name_device(_ROOT + "raw/dd6e") is None


def test_a_beacon_is_known_by_its_address_and_by_its_whole_id_whose_numbers_are_hex_text() -> None:
    assert _observe("ibeacon/e2c5", uuid="e2c5", major="0068", minor="ffff", tx_power="c5") == (
        Observation("e2c5", "hall", rssi=-80, rssi_at_1m=-59, aliases=("dd6e", "e2c5-104-65535")),
    )
    assert _observe("eddystone/edd1", namespace="edd1", instance_id="02ab", tx_power="ee") == (
        Observation("edd1", "hall", rssi=-80, rssi_at_1m=-59, aliases=("dd6e", "edd1-02ab")),
    )


@pytest.mark.parametrize("more", [{"major": "x", "minor": "0001"}, {"minor": "0001"}, {"major": "", "minor": ""}])
def test_a_beacon_that_is_not_whole_has_no_whole_id(more: dict[str, str]) -> None:
    assert _observe("ibeacon/e2c5", uuid="e2c5", **more) == (Observation("e2c5", "hall", rssi=-80, aliases=("dd6e",)),)
    assert _observe("eddystone/edd1", namespace="edd1") == (Observation("edd1", "hall", rssi=-80, aliases=("dd6e",)),)


def test_a_raw_advert_holds_its_beacon() -> None:
    assert _observe("raw/dd6e", data="0201061aff4c000215e2c56db5dffb48d2b060d0f5a71096e000680068c5") == (
        Observation("dd6e", "hall", rssi=-80, rssi_at_1m=-59, aliases=("e2c56db5dffb48d2b060d0f5a71096e0-104-104",)),
    )


@pytest.mark.parametrize("payload", [b"", b"[]", b"{}", b"online", b'{"hostname":"hall","rssi":-40}', b'{"mac":5}'])
def test_what_happy_bubbles_never_sends_is_refused(payload: bytes) -> None:
    assert observe(_ROOT + "ibeacon/e2c5", payload) == UNREADABLE


@pytest.mark.parametrize("topic", ["happy-bubbles/presence/ha/hall", "happy-bubbles/ble/hall/status", "x"])
def test_other_topics_are_about_no_device(topic: str) -> None:
    assert observe(topic, b'{"hostname":"hall","mac":"dd6e","rssi":-80}') == Ignored("not about a device")
    assert not recognise(topic, b'{"id":"a","distance":1}') or topic.startswith("happy-bubbles/ble/")
