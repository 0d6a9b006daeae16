import pytest

from kiosk.proximity.gateways.meshtech import list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored
from kiosk.proximity.parsing import UNREADABLE
from tests.doubles.samples import Sample, agrees, read_samples

_TOPIC = "mt/gateway/e4ebc3f77f09/device/da51bdeef18c/rssi"


@pytest.mark.parametrize("sample", read_samples("meshtech"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


@pytest.mark.parametrize("sample", read_samples("meshtech"), ids=str)
def test_each_known_message_is_recognised_by_its_topic_alone(sample: Sample) -> None:
    assert recognise(sample.heard_on, sample.body)
    assert not recognise("", sample.body)


def test_strengths_are_asked_for_and_nothing_else() -> None:
    assert list_topics(["hall"]) == ("mt/gateway/+/device/+/rssi",)


@pytest.mark.parametrize(
    ("topic", "device"),
    [
        (_TOPIC, "da51bdeef18c"),
        (f"acme/{_TOPIC}", "da51bdeef18c"),
        ("mt/gateway/e4ebc3f77f09/device/da51bdeef18c/dfu", None),
        ("mt/gateway/e4ebc3f77f09/device//rssi", None),
        ("mt/gateway/e4ebc3f77f09/device/a/b/rssi", None),
        ("", None),
    ],
)
def test_the_topic_says_which_device(topic: str, device: str | None) -> None:
    assert name_device(topic) == device


@pytest.mark.parametrize(
    "payload", [b"", b"{}", b"[]", b"-58", b'{"rssi":-58}', b'{"parent":"a","unreachable":"no"}', b'{"parent":1}']
)
def test_what_meshtech_never_sends_is_refused(payload: bytes) -> None:
    assert observe(_TOPIC, payload) == UNREADABLE


@pytest.mark.parametrize("rssi", ["0", "null", '""', "127", "-127"])
def test_a_strength_that_nobody_measured_is_no_evidence(rssi: str) -> None:
    assert observe(_TOPIC, b'{"parent":"a","rssi":%s}' % rssi.encode()) == Ignored("no signal strength")
