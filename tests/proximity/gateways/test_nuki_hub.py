import pytest

from kiosk.proximity.gateways.nuki_hub import DEFAULT_TOPIC, list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.parsing import UNREADABLE
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("nuki-hub"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


def test_it_is_recognised_by_its_topics_or_by_its_first_line() -> None:
    assert recognise(DEFAULT_TOPIC, b"")
    assert recognise("home/door/presence/devices", b"")
    assert recognise("", b"18:d9:8f:56:95:e7;HONOR Band 5-5E7;-79\r\n54:d2:72:20:58:dd;Nuki;-62")
    assert not recognise("", b"18:d9:8f:56:95:e7")
    assert recognise("nuki/lock/rssi", b"-62")
    assert not recognise("lock/rssi", b"-62")


def test_the_one_list_is_heard_and_names_its_devices_itself() -> None:
    assert list_topics(["hall"]) == (DEFAULT_TOPIC,)
    assert name_device(DEFAULT_TOPIC) is None


def test_who_is_missing_from_the_list_has_not_left() -> None:
    both = observe(DEFAULT_TOPIC, b"18:d9:8f:56:95:e7;a;-79\n54:d2:72:20:58:dd;b;-62")
    one = observe(DEFAULT_TOPIC, b"54:d2:72:20:58:dd;b;-62")

    assert isinstance(both, tuple)
    assert one == both[1:]


@pytest.mark.parametrize("payload", [b"online", b"{}", b"18:d9:8f:56:95;a;-79", b"\xff\xfe", b"a;b;-60", b"1;2;3"])
def test_what_is_no_list_is_refused(payload: bytes) -> None:
    assert observe(DEFAULT_TOPIC, payload) == UNREADABLE


def test_a_torn_line_hides_no_other() -> None:
    assert observe(DEFAULT_TOPIC, b"18:d9:8f:56:95:e7;a;-79\n54:d2:72") == (
        Observation("18:d9:8f:56:95:e7", None, rssi=-79),
    )


def test_other_topics_of_the_hub_are_about_no_device() -> None:
    assert observe("nuki/lock/name", b"18:d9:8f:56:95:e7;a;-79") == Ignored("not about a device")
