import pytest

from kiosk.proximity.gateways.monitor import list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from tests.doubles.samples import Sample, agrees, read_samples


@pytest.mark.parametrize("sample", read_samples("monitor"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


def test_these_nodes_devices_are_asked_for() -> None:
    assert list_topics(["hall"]) == ("monitor/hall/+", "monitor/hall/+/device_tracker")


@pytest.mark.parametrize(
    ("topic", "device"),
    [
        ("monitor/hall/9C:E6:5E:0B:4B:C9", "9C:E6:5E:0B:4B:C9"),
        ("monitor/hall/9C:E6:5E:0B:4B:C9/device_tracker", "9C:E6:5E:0B:4B:C9"),
        ("location/hall/FDA50693-A4E2-4FB1-AFCF-C6EB07647825-10-7", "FDA50693-A4E2-4FB1-AFCF-C6EB07647825-10-7"),
        ("monitor/hall/watch", None),
        ("monitor", None),
    ],
)
def test_an_address_in_the_topic_names_the_device_and_an_alias_does_not(topic: str, device: str | None) -> None:
    assert name_device(topic) == device


def test_the_device_is_known_by_its_alias_and_its_address_too() -> None:
    message = b'{"id":"fda5-10-7","mac":"9C:E6:5E:0B:4B:C9","confidence":"100","rssi":"","power":"-59"}'

    assert observe("monitor/hall/card", message) == (
        Observation(
            "fda5-10-7", "hall", rssi_at_1m=-59, interval_s=60, aliases=("card", "9C:E6:5E:0B:4B:C9"), in_reach=True
        ),
    )


def test_only_a_strength_tells_how_near_a_device_is() -> None:
    for rssi, in_reach in ((b"-63", False), (b"", True), (b"0", True)):
        observed = observe("monitor/hall/card", b'{"confidence":"100","rssi":"%s"}' % rssi)
        assert not isinstance(observed, Ignored)
        assert observed[0].in_reach == in_reach


@pytest.mark.parametrize(
    ("confidence", "kind"), [("100", "seen"), ("60", "seen"), ("59", None), ("0", "left"), ("-0", "left"), ("", None)]
)
def test_who_is_not_sure_says_nothing(confidence: str, kind: str | None) -> None:
    observed = observe("monitor/hall/card", b'{"confidence":"%s"}' % confidence.encode())

    assert (None if isinstance(observed, Ignored) else observed[0].kind) == kind


@pytest.mark.parametrize(
    ("word", "kind"), [(b"home", "seen"), (b"away", "left"), (b"not_home", "left"), (b"-60", None)]
)
def test_the_word_of_a_tracker_counts(word: bytes, kind: str | None) -> None:
    observed = observe("monitor/hall/card/device_tracker", word)

    assert (None if isinstance(observed, Ignored) else observed[0].kind) == kind


@pytest.mark.parametrize(("word", "rssi"), [(b"-68", -68), (b"-99", None), (b"0", None), (b"", None), (b"home", None)])
def test_the_strength_of_a_connected_phone_counts_unless_it_did_not_answer(word: bytes, rssi: float | None) -> None:
    observed = observe("monitor/hall/card/rssi", word)

    assert (None if isinstance(observed, Ignored) else observed[0].rssi) == rssi


def test_it_is_recognised_by_its_members_or_its_topics() -> None:
    assert recognise("", b'{"confidence":"100","version":"0.2.1"}')
    assert recognise("monitor/hall/card/device_tracker", b"home")
    assert recognise("shop/hall/9C:E6:5E:0B:4B:C9/device_tracker", b"home")
    assert not recognise("fridge/sensor/door/device_tracker", b"home")
    assert not recognise("shop/hall", b'{"confidence":"100"}')


@pytest.mark.parametrize("payload", [b"\xff", b"[1]", b'{"confidence":[]}'])
def test_what_is_no_message_is_refused(payload: bytes) -> None:
    observed = observe("monitor/hall/card", payload)

    assert isinstance(observed, Ignored)
    assert observed.broken
