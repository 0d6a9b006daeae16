import pytest

from kiosk.proximity.gateways.theengs import list_topics, name_device, observe, recognise
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("theengs"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


def test_only_the_adverts_of_these_gateways_are_asked_for() -> None:
    assert list_topics(["TheengsGateway"]) == ("+/TheengsGateway/BTtoMQTT/+",)
    assert name_device("home/TheengsGateway/BTtoMQTT/45E174126E00") is None


@pytest.mark.parametrize(
    ("topic", "payload", "is_ours"),
    [
        ("home/TheengsGateway/BTtoMQTT/45E174126E00", b"{}", True),
        ("home/shoes/BTtoMQTT/45E174126E00", b'{"id": "a", "presence": "absent"}', True),
        ("", b'{"id": "a", "rssi": -60, "mfr": "Somebody"}', True),
        ("home/shoes/BTtoMQTT/45E174126E00", b'{"id": "a", "rssi": -60}', False),
        ("zigbee2mqtt/x", b'{"id": "a", "presence": "absent"}', False),
    ],
)
def test_it_is_recognised_by_its_name_or_its_members(topic: str, payload: bytes, *, is_ours: bool) -> None:
    assert recognise(topic, payload) == is_ours
