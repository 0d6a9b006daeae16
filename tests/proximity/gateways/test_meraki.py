import json

import pytest

from kiosk.proximity.gateways.meraki import DEFAULT_TOPIC, list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Observation
from kiosk.proximity.parsing import NOBODY, UNREADABLE
from tests.doubles.samples import Sample, agrees, read_samples

AP, FAR_AP, DEVICE = "00:18:0a:13:dd:b0", "00:18:0a:13:dd:b1", "18:fe:34:fc:ff:ff"


def _write(*seen: object, kind: str = "WiFi", **data: object) -> bytes:
    return json.dumps(
        {"version": "3.0", "type": kind, "data": {"networkId": "N", **data, "observations": seen}}
    ).encode()


@pytest.mark.parametrize("sample", read_samples("meraki"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert recognise(sample.heard_on, sample.body)
    assert agrees(observe(sample.heard_on, sample.body), sample)


def test_the_third_version_tells_the_access_point_that_hears_best() -> None:
    records = [{"apMac": FAR_AP, "rssi": -80}, {"apMac": AP, "rssi": -41}, {"apMac": FAR_AP, "rssi": 0}]
    old = {"rssiRecords": [{"apMac": FAR_AP, "rssi": -30}]}
    post = _write({"clientMac": DEVICE, "locations": [old, {"rssiRecords": records}]})

    assert recognise("", post)
    assert observe("", post) == (Observation(DEVICE, AP, rssi=-41, interval_s=60.0),)


def test_without_a_location_the_latest_record_counts() -> None:
    latest = {"nearestApMac": AP, "nearestApRssi": "-52"}

    assert observe("", _write({"clientMac": DEVICE, "latestRecord": latest}, kind="BLE")) == (
        Observation(DEVICE, AP, rssi=-52, interval_s=60.0),
    )


def test_a_device_that_nobody_placed_is_seen_somewhere() -> None:
    assert observe("", _write({"clientMac": DEVICE})) == (Observation(DEVICE, None, interval_s=60.0, in_reach=True),)


def test_what_cannot_be_read_hides_no_other_device() -> None:
    seen = observe("", _write(5, {"clientMac": None}, {"clientMac": DEVICE, "rssi": 47}, apMac=AP))

    assert seen == (Observation(DEVICE, AP, interval_s=60.0, in_reach=True),)


@pytest.mark.parametrize(
    "payload", [b"", b"{}", b"[]", b"\xff", b'{"type": "Other", "data": {}}', b'{"type": "WiFi", "data": 5}']
)
def test_what_is_no_post_is_refused(payload: bytes) -> None:
    assert observe("", payload) == UNREADABLE
    assert not recognise("", payload)


def test_a_post_about_nobody_is_no_evidence() -> None:
    assert observe("", _write()) == NOBODY


def test_the_bridges_one_topic_is_heard_and_names_nobody() -> None:
    assert list_topics(["hall"]) == (DEFAULT_TOPIC,)
    assert name_device(DEFAULT_TOPIC) is None
