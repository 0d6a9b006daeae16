import pytest

from kiosk.proximity.bttomqtt import is_advert_topic, observe_decoded
from kiosk.proximity.observation import Ignored, Observation

UUID = "1de4b189115e45f6b44e509352269977"


@pytest.mark.parametrize(
    ("topic", "zone"),
    [
        ("home/shoes/BTtoMQTT/45E174126E00", "shoes"),
        ("a/b/shoes/BTtoMQTT/45E174126E00", "shoes"),
        ("home/shoes/BTtoMQTT", "shoes"),
        ("BTtoMQTT/45E174126E00", "45E174126E00"),
        ("home/home_presence/shoes", "shoes"),
        ("home/whatever/shoes", "shoes"),
        ("home/presence/shoes", "shoes"),
        ("home/shoes/presence", "shoes"),
        ("presence", "presence"),
        ("", None),
    ],
)
def test_the_gateway_is_found_in_any_topic(topic: str, zone: str | None) -> None:
    assert observe_decoded(topic, b'{"id":"a","rssi":-60}') == (Observation("a", zone, rssi=-60),)


@pytest.mark.parametrize("topic", ["home/gw/SYStoMQTT", "home/gw/LWT", "home/gw/433toMQTT", "home/presence/commands/x"])
def test_what_the_gateway_says_of_itself_is_nobody(topic: str) -> None:
    assert not is_advert_topic(topic)
    assert observe_decoded(topic, b'{"id":"a","mac":"b","rssi":-60}') == Ignored("the gateway's own status")


def test_a_beacon_is_known_by_each_of_its_ids() -> None:
    message = b'{"id":"7B:63","uuid":"%s","major":0,"minor":7,"rssi":-83,"txpower":-66}' % UUID.encode()
    beacon = f"{UUID}-0-7"

    assert observe_decoded("home/gw/BTtoMQTT/7B63", message) == (
        Observation("7B:63", "gw", rssi=-83, rssi_at_1m=-66, aliases=(beacon, UUID)),
    )
    assert observe_decoded(f"home/gw/BTtoMQTT/{UUID}", message) == (
        Observation(UUID, "gw", rssi=-83, rssi_at_1m=-66, aliases=(beacon, "7B:63")),
    )


def test_the_power_that_is_radiated_is_no_strength_at_a_metre() -> None:
    assert observe_decoded("", b'{"id":"a","rssi":-74,"txpower":-12}') == (Observation("a", None, rssi=-74),)


def test_raw_bytes_of_an_advert_do_not_hide_who_sent_it() -> None:
    message = b'{"id":"69:d9","manufacturerdata":"\xe0\x01L\xff","rssi":-89}'

    assert observe_decoded("home/home_presence/gw", message) == (Observation("69:d9", "gw", rssi=-89),)


def test_an_older_gateway_names_the_device_in_the_topic_only() -> None:
    assert observe_decoded("home/gw/BTtoMQTT/45E174126E00", b'{"rssi":"-89"}') == (
        Observation("45E174126E00", "gw", rssi=-89),
    )


@pytest.mark.parametrize(
    ("payload", "ignored"),
    [
        (b'{"id":"a","hum":"52.6"}', Ignored("no signal strength")),
        (b'{"id":"a","rssi":0}', Ignored("no signal strength")),
        (b'{"id":"a","rssi":-60,"distance":5.8e9}', Ignored("absurd distance")),
        (b'{"rssi":-60}', Ignored("no device")),
        (b'{"id":7}', Ignored("not in the gateway's format", broken=True)),
        (b"", Ignored("not in the gateway's format", broken=True)),
    ],
)
def test_what_names_or_measures_nobody_is_nobody(payload: bytes, ignored: Ignored) -> None:
    assert observe_decoded("home/gw/BTtoMQTT/x", payload) == ignored


def test_a_tracker_that_is_absent_has_left() -> None:
    assert observe_decoded("home/gw/BTtoMQTT/a", b'{"id":"a","presence":"absent","rssi":-60}') == (
        Observation("a", "gw", kind="left"),
    )
