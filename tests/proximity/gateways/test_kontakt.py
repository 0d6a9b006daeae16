import pytest

from kiosk.errors import SettingRefused
from kiosk.proximity.gateways.kontakt import list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.parsing import NOBODY, UNREADABLE
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("kontakt"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


@pytest.mark.parametrize("sample", read_samples("kontakt"), ids=str)
def test_each_known_message_is_recognised(sample: Sample) -> None:
    assert recognise(sample.heard_on, sample.body)


def test_the_streams_of_beacons_and_of_these_gateways_are_asked_for() -> None:
    assert list_topics(["gw42"]) == ("telemetry/+", "/stream/+/all", "/presence/stream/gw42")
    assert name_device("/stream/aB3d/all") is None
    with pytest.raises(SettingRefused):
        list_topics(["#"])


def test_the_gateway_may_stand_in_the_topic_only() -> None:
    assert observe("/presence/stream/gw42", b'[{"trackingId":"e2c5","rssi":-59}]') == (
        Observation("e2c5", "gw42", rssi=-59),
    )


def test_a_beacon_is_known_by_all_its_names() -> None:
    one = b'{"trackingId":"e2c5","uniqueId":"aB3d","deviceAddress":"e2:c5","sourceId":"g","rssi":-59}'

    assert observe("/stream/aB3d/all", one) == (Observation("e2c5", "g", rssi=-59, aliases=("aB3d", "e2:c5")),)
    assert observe("", b'[5,{"trackingId":5},{"uniqueId":"aB3d","rssi":-59}]') == (Observation("aB3d", None, rssi=-59),)


@pytest.mark.parametrize(
    "payload", [b"", b"{}", b"x", b'{"sourceId":"g","rssi":-40}', b'[{"rssi":-40}]', b'{"trackingId":5}']
)
def test_what_kontakt_never_sends_is_refused(payload: bytes) -> None:
    assert observe("telemetry/acme", payload) == UNREADABLE
    assert observe("", payload) == UNREADABLE


def test_an_empty_presence_is_nobody() -> None:
    assert observe("/presence/stream/gw42", b"[]") == NOBODY


@pytest.mark.parametrize("topic", ["/stream/aB3d/location", "/stream/aB3d/health", "telemetry/acme/x", "presence", "x"])
def test_other_topics_are_about_no_device(topic: str) -> None:
    assert observe(topic, b'{"trackingId":"e2c5","sourceId":"g","rssi":-59}') == Ignored("not about a device")


@pytest.mark.parametrize(
    ("topic", "payload"), [("telemetry/acme", b'{"rssi":-40}'), ("", b'{"trackingId":"a"}'), ("", b'{"sourceId":"a"}')]
)
def test_other_makes_are_not_taken_for_kontakt(topic: str, payload: bytes) -> None:
    assert not recognise(topic, payload)
