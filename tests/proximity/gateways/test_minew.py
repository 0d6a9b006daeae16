import json

import pytest

from kiosk.proximity.gateways.minew import DEFAULT_TOPIC, list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("minew"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


@pytest.mark.parametrize("sample", read_samples("minew"), ids=str)
def test_each_known_message_is_recognised_whatever_its_topic(sample: Sample) -> None:
    assert recognise(sample.heard_on, sample.body)
    assert recognise("", sample.body)


def test_all_gateways_are_heard_and_no_device_is_named_by_a_topic() -> None:
    assert list_topics(["shoes"]) == (DEFAULT_TOPIC,)
    assert name_device("/gw/ac233fc001ea/status") is None


def test_the_beacon_in_an_advert_is_known_whether_or_not_the_gateway_decoded_it() -> None:
    gateway = {"type": "Gateway", "mac": "AC233FC001EA"}
    decoded = {"ibeaconUuid": "FDA50693A4E24FB1AFCFC6EB07647825", "ibeaconMajor": 10, "ibeaconMinor": 7}
    raw = {"rawData": "0201061AFF4C000215FDA50693A4E24FB1AFCFC6EB07647825000A0007C5"}
    one = {"type": "iBeacon", "mac": "AC233FA018E7", "rssi": -60, **decoded, "ibeaconTxPower": -59}
    two = {"type": "Unknown", "mac": "AC233FA018E8", "rssi": -61, **raw}

    assert observe("", json.dumps([gateway, one, two]).encode()) == (
        Observation(
            "AC233FA018E7", "AC233FC001EA", rssi=-60, rssi_at_1m=-59, aliases=("FDA50693A4E24FB1AFCFC6EB07647825-10-7",)
        ),
        Observation(
            "AC233FA018E8", "AC233FC001EA", rssi=-61, rssi_at_1m=-59, aliases=("fda50693a4e24fb1afcfc6eb07647825-10-7",)
        ),
    )


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"[]",
        b"{}",
        b'[{"type":"Gateway"',
        b"[[]]",
        b'[{"type":"Gateway","mac":["AC233FC001EA"]}]',
        b'[{"mac":"AC233FA018E7","rssi":{"a":1}}]',
        b'[{"mac":"' + b"A" * 200 + b'","rssi":-50}]',
        b"\xbb\x01\x00\x00\x00\x20\xac\x23",
        b"\xbb\x00\x00\x00\x00\x03\xdd",
    ],
)
def test_what_minew_never_sends_is_refused(payload: bytes) -> None:
    observed = observe("/gw/ac233fc001ea/status", payload)

    assert isinstance(observed, Ignored)
    assert observed.broken


def test_one_odd_advert_hides_no_other() -> None:
    odd = (
        b'"none",5,{"mac":112233445566,"rssi":-50},{"mac":"a","rssi":"strong"},{"mac":"b","rawData":12345,"rssi":-40},'
        b'{"mac":"","rssi":-40},{"rssi":-40}'
    )
    batch = b'[{"type":"Gateway","mac":"g"},%s,{"mac":"c1","rssi":-61.5,"timestamp":{"odd":true}}]' % odd

    assert recognise("", batch)
    assert observe("", batch) == (Observation("c1", "g", rssi=-61.5),)


@pytest.mark.parametrize("payload", [b"[]", b'[{"id":"a","rssi":-50}]', b'{"rawData":""}', b"$GPRP,", b"\xbb\x01"])
def test_other_makes_are_not_taken_for_minew(payload: bytes) -> None:
    assert not recognise("", payload)
