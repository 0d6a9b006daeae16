import pytest

from kiosk.proximity.makes import PROFILES
from kiosk.proximity.observation import Ignored
from kiosk.proximity.recognition import UNKNOWN, Recogniser, name_peer
from tests.doubles.samples import Sample, agrees, read_samples

AUTO = Recogniser()


@pytest.mark.parametrize("sample", [sample for sample in read_samples() if sample.peer in PROFILES], ids=str)
def test_each_known_message_is_recognised_and_understood(sample: Sample) -> None:
    assert name_peer(sample.heard_on, sample.body) == sample.peer
    assert AUTO.recognise(sample.heard_on, sample.body)
    assert agrees(AUTO.observe(sample.heard_on, sample.body), sample)


@pytest.mark.parametrize("payload", [b"", b"22", b"online", b"ON", b"{}", b'{"temperature": 21}', b"\xff", b"[]"])
def test_what_nobody_claims_is_nobody(payload: bytes) -> None:
    assert name_peer("house/lamp", payload) is None
    assert AUTO.observe("house/lamp", payload) == UNKNOWN
    assert AUTO.name_device("house/lamp") is None


def test_it_listens_to_all_makes_once_and_never_to_everything() -> None:
    topics = AUTO.list_topics(["shoes"])

    assert "espresense/devices/+/shoes" in topics
    assert len(set(topics)) == len(topics)
    assert [topic for topic in topics if topic.startswith(("#", "espresense/settings", "espresense/rooms"))] == []


def test_where_the_topic_names_the_device_it_is_dropped_as_fast_as_ever() -> None:
    assert AUTO.name_device("espresense/devices/watch:one/shoes") == "watch:one"
    assert AUTO.name_device("home/gw/BTtoMQTT/45E174126E00") is None


def test_broken_messages_of_a_known_make_are_told_apart() -> None:
    assert AUTO.observe("espresense/devices/a/b", b"{") == Ignored("not in the gateway's format", broken=True)
