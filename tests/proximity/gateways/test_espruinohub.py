import pytest

from kiosk.proximity.gateways.espruinohub import list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from tests.doubles.samples import Sample, agrees, read_samples

_DEVICE = "f5:47:c8:0b:49:04"


@pytest.mark.parametrize("sample", read_samples("espruinohub"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


@pytest.mark.parametrize("sample", read_samples("espruinohub"), ids=str)
def test_each_known_message_is_recognised_by_its_topic_alone(sample: Sample) -> None:
    assert recognise(sample.heard_on, sample.body)
    assert not recognise("", sample.body)


def test_each_advert_is_asked_for_once() -> None:
    assert list_topics(["shoes"]) == ("/ble/advertise/+", "/ble/presence/+")


@pytest.mark.parametrize(
    ("topic", "device"),
    [
        (f"/ble/advertise/{_DEVICE}", _DEVICE),
        (f"ble/advertise/{_DEVICE}/rssi", _DEVICE),
        ("/ble/presence/keys", "keys"),
        (f"/ble/advertise/{_DEVICE}/temp", None),
        (f"/ble/temp/{_DEVICE}", None),
        ("/ble/advertise/", None),
        (f"/hist/hour/ble/advertise/{_DEVICE}", None),
        ("", None),
    ],
)
def test_the_topic_says_which_device(topic: str, device: str | None) -> None:
    assert name_device(topic) == device


def test_the_beacon_in_an_advert_is_known_too() -> None:
    payload = b'{"rssi":-71,"manufacturerData":"4c000215b9a5d27d56cc4e3aab511f2153bcb96700010359d6"}'

    assert observe(f"/ble/advertise/{_DEVICE}", payload) == (
        Observation(_DEVICE, None, rssi=-71, rssi_at_1m=-42, aliases=("b9a5d27d56cc4e3aab511f2153bcb967-1-857",)),
    )


@pytest.mark.parametrize("payload", [b"", b"2", b"on", b"true", b'"1"', b"\xff", b"{}"])
def test_presence_is_one_or_nought(payload: bytes) -> None:
    observed = observe(f"/ble/presence/{_DEVICE}", payload)

    assert isinstance(observed, Ignored)
    assert observed.broken


@pytest.mark.parametrize("payload", [b"", b"[]", b"-53", b"{", b'{"rssi":[]}', b"\xff", b"{}", b'{"rssi":null}'])
def test_an_advert_without_a_strength_is_no_evidence(payload: bytes) -> None:
    assert isinstance(observe(f"/ble/advertise/{_DEVICE}", payload), Ignored)


@pytest.mark.parametrize("payload", [b"", b"0", b"-127", b"[]", b"{}", b"x", b"null"])
def test_a_bare_strength_has_to_be_one(payload: bytes) -> None:
    assert isinstance(observe(f"/ble/advertise/{_DEVICE}/rssi", payload), Ignored)
