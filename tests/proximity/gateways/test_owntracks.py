import pytest

from kiosk.proximity.gateways.owntracks import list_topics, name_device, observe, recognise
from kiosk.proximity.lateness import Lateness
from kiosk.proximity.observation import Ignored, Observation
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("owntracks"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


def test_what_phones_say_of_regions_is_asked_for() -> None:
    assert list_topics(["shoes"]) == ("owntracks/+/+/event", "owntracks/+/+/beacon", "owntracks/+/+")


@pytest.mark.parametrize(
    ("topic", "device"),
    [
        ("owntracks/jane/phone", "jane/phone"),
        ("owntracks/jane/phone/event", "jane/phone"),
        ("owntracks//phone", None),
        ("phone", None),
    ],
)
def test_the_topic_names_the_phone(topic: str, device: str | None) -> None:
    assert name_device(topic) == device


def test_without_a_topic_the_message_may_name_the_phone() -> None:
    enter = b'{"_type":"transition","event":"enter","desc":"shoes",%s"lat":1}'

    assert observe("", enter % b'"topic":"owntracks/jane/phone",') == (
        Observation("jane/phone", "shoes", interval_s=60),
    )
    assert observe("", enter % b'"tid":"jp",') == (Observation("jp", "shoes", interval_s=60),)
    assert observe("", enter % b"") == Ignored("no device")


def test_an_older_app_tells_the_event_with_the_location() -> None:
    left = b'{"_type":"location","event":"leave","desc":"Casa","lat":45.0}'

    assert observe("owntracks/jane/phone", left) == (Observation("jane/phone", "Casa", kind="left"),)


@pytest.mark.parametrize(
    ("payload", "ignored"),
    [
        (b'{"_type":"transition","event":"enter"}', Ignored("not about a region")),
        (b'{"_type":"transition","event":"?","desc":"shoes"}', Ignored("not about a region")),
        (b'{"_type":"location","inregions":[]}', Ignored("the gateway's own status")),
        (b'{"_type":"encrypted","data":"abc"}', Ignored("the gateway's own status")),
        (b'{"_type":1}', Ignored("not in the gateway's format", broken=True)),
    ],
)
def test_what_tells_of_no_region_is_nobody(payload: bytes, ignored: Ignored) -> None:
    assert observe("owntracks/jane/phone/event", payload) == ignored


def test_what_a_phone_kept_back_for_a_week_is_late() -> None:
    now = 1_795_000_000.0
    entered = b'{"_type":"transition","event":"enter","desc":"shoes","tst":%d}'
    for said_at, is_late in ((now - 7 * 86_400, True), (now - 20, False)):
        observed = observe("owntracks/jane/phone/event", entered % said_at)
        assert not isinstance(observed, Ignored)
        assert Lateness().is_late("owntracks/jane/phone/event", observed[0], now) == is_late


def test_it_is_recognised_by_its_type_or_its_topic() -> None:
    assert recognise("shop/jane/phone/event", b'{"_type":"transition"}')
    assert recognise("owntracks/jane/phone", b"")
    assert not recognise("shop/x", b'["_type"]')
