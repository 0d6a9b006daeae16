import pytest

from kiosk.proximity.gateways.openmqttgateway import list_topics, name_device, observe, recognise
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("openmqttgateway"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


def test_only_the_adverts_of_these_gateways_are_asked_for() -> None:
    assert list_topics(["shoes"]) == ("+/shoes/BTtoMQTT/+",)


def test_a_topic_names_an_address_which_may_change() -> None:
    assert name_device("home/shoes/BTtoMQTT/45E174126E00") is None


@pytest.mark.parametrize(
    ("topic", "payload", "is_ours"),
    [
        ("home/shoes/BTtoMQTT/45E174126E00", b"{}", True),
        ("home/shoes/SYStoMQTT", b'{"rssi": -60}', True),
        ("home/shoes/LWT", b"offline", True),
        ("home/LWT", b"offline", False),
        ("home/shoes/door/LWT", b"offline", False),
        ("home/presence/shoes", b'{"id": "a", "rssi": -60, "mac_type": 1}', True),
        ("", b'{"id": "a", "rssi": -60, "txpower": 12}', True),
        ("", b'{"id": "a", "rssi": -60}', False),
        ("shop/shoes", b'{"id": "a", "rssi": -60, "mac_type": 1}', False),
    ],
)
def test_it_is_recognised_by_its_topics_or_its_members(topic: str, payload: bytes, *, is_ours: bool) -> None:
    assert recognise(topic, payload) == is_ours
