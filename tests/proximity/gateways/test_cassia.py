import json

import pytest

from kiosk.errors import SettingRefused
from kiosk.proximity.gateways.cassia import list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.parsing import NOBODY
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("cassia"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


@pytest.mark.parametrize("sample", read_samples("cassia"), ids=str)
def test_each_known_message_is_recognised_whatever_its_topic(sample: Sample) -> None:
    assert recognise(sample.heard_on, sample.body)
    assert recognise("", sample.body)


def test_only_what_these_gateways_scan_is_asked_for() -> None:
    assert list_topics(["CC:1B:E0:E2:8F:2C"]) == ("up/CC:1B:E0:E2:8F:2C/scan",)
    assert name_device("up/CC:1B:E0:E2:8F:2C/scan") is None
    with pytest.raises(SettingRefused):
        list_topics(["+"])


def test_a_beacon_and_each_address_of_a_record_are_known() -> None:
    record = {
        "bdaddrs": [{"bdaddr": "6E:A1:BC:03:0F:ED", "bdaddrType": "random"}, {"bdaddr": "50:31:AD:03:0F:ED"}],
        "adData": "0201061AFF4C000215B9A5D27D56CC4E3AAB511F2153BCB9670001452ED6",
        "rssi": -61,
    }
    beacon = "b9a5d27d56cc4e3aab511f2153bcb967-1-17710"

    assert observe("", json.dumps(record).encode()) == (
        Observation("6E:A1:BC:03:0F:ED", None, rssi=-61, rssi_at_1m=-42, aliases=("50:31:AD:03:0F:ED", beacon)),
    )


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"[]",
        b"{}",
        b'{"bdaddrs":[]}',
        b'{"bdaddrs":{}}',
        b'{"action":"data.scan","gateway":"g"}',
        b'{"action":"data.scan","gateway":"g","data":5}',
        b'{"action":"data.scan","gateway":"g","data":"x"}',
        b'{"action":["data.scan"]}',
    ],
)
def test_what_cassia_never_sends_is_refused(payload: bytes) -> None:
    observed = observe("up/g/scan", payload)

    assert isinstance(observed, Ignored)
    assert observed.broken


def test_one_odd_record_hides_no_other() -> None:
    scan = b'{"action":"data.scan","gateway":"g","data":[%s]}'
    odd = b'5,{"bdaddrs":5},{"bdaddrs":[]}'

    assert observe("", scan % (odd + b',{"bdaddrs":[{"bdaddr":"a"}],"rssi":-50}')) == (Observation("a", "g", rssi=-50),)
    assert observe("", scan % b"") == NOBODY


def test_an_action_that_is_yet_unknown_is_nobody() -> None:
    assert isinstance(observe("up/g/scan", b'{"action":"data.scan_v9","data":{"bdaddrs":[{"bdaddr":"a"}]}}'), Ignored)


@pytest.mark.parametrize(
    ("topic", "payload"), [("up/g/scan", b"{}"), ("", b'{"gateway":"g"}'), ("", b'{"action":"data.scan"}')]
)
def test_other_makes_are_not_taken_for_cassia(topic: str, payload: bytes) -> None:
    assert not recognise(topic, payload)
