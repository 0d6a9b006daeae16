import msgspec

from kiosk.contract.cloud_event import CloudEvent
from tests.doubles.taps import TAPPED_AT


def test_an_event_is_written_as_cloudevents_says() -> None:
    event = CloudEvent("e-1", "/berlin/window-1", "kiosk.tap", TAPPED_AT, {"outcome": "saved"})
    expected = {
        "id": "e-1",
        "source": "/berlin/window-1",
        "type": "kiosk.tap",
        "time": "2026-11-22T09:00:00Z",
        "data": {"outcome": "saved"},
        "specversion": "1.0",
    }
    assert expected == msgspec.json.decode(msgspec.json.encode(event))
