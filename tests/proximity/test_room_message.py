import pytest

from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.room_message import observe_room


def test_more_than_the_format_asks_for_is_read_too() -> None:
    message = b'{"id":"a","distance":"4","rssi":-70,"rssi@1m":-59,"raw":2.5}'

    assert observe_room("hall", message) == (Observation("a", "hall", 4, -70, rssi_at_1m=-59, fast_m=2.5),)


@pytest.mark.parametrize(
    ("payload", "ignored"),
    [
        (b'{"id":"a","distance":null}', Ignored("no distance")),
        (b'{"id":"a","distance":0}', Ignored("no distance")),
        (b'{"id":"a","distance":"near"}', Ignored("no distance")),
        (b'{"id":"a","distance":-1}', Ignored("absurd distance")),
        (b'{"id":"a","distance":5.8e9}', Ignored("absurd distance")),
        (b'{"id":"","distance":1}', Ignored("no device")),
        (b'{"id":["a"],"distance":1}', Ignored("not in the gateway's format", broken=True)),
        (b"[]", Ignored("not in the gateway's format", broken=True)),
    ],
)
def test_what_tells_no_device_or_no_distance_is_nobody(payload: bytes, ignored: Ignored) -> None:
    assert observe_room("hall", payload) == ignored
