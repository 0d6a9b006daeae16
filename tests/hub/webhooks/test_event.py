import json

from kiosk.hub.webhooks.event import BOOKMARK_KEPT, KINDS, Happening, write_event
from tests.hub.running import NOW


def test_an_event_is_a_cloud_event_in_structured_json() -> None:
    told = json.loads(write_event(Happening(BOOKMARK_KEPT, "b", {"bookmark": "b"}), "evt_1", "berlin-mitte", NOW))

    assert told == {
        "specversion": "1.0",
        "id": "evt_1",
        "source": "/stores/berlin-mitte",
        "type": "kiosk.bookmark.kept",
        "subject": "b",
        "time": "2026-11-22T09:00:00Z",
        "datacontenttype": "application/json",
        "data": {"bookmark": "b"},
    }


def test_each_kind_has_a_name_of_its_own() -> None:
    assert len(set(KINDS)) == len(KINDS) == 5
