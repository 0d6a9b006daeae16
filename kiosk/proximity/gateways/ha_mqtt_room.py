"""Home Assistant's mqtt_room: whatever publishes `{"id", "name", "distance"}` on `<any>/<room>`.

Source: home-assistant/core homeassistant/components/mqtt_room/sensor.py and its tests.
"""

from collections.abc import Iterable

from kiosk.proximity.observation import Observed
from kiosk.proximity.room_message import observe_room
from kiosk.proximity.topics import fill_topics


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """What to subscribe to: the topic before the room is the user's own, and of one part unless he sets it."""
    return fill_topics("+/{zone}", zones)


def name_device(_topic: str) -> str | None:
    """Never any: the topic names the room only."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message has what the format asks for; others have that too, and are to be asked first."""
    return b'"id"' in payload and b'"distance"' in payload and not topic.endswith(("/config", "/attributes"))


def observe(topic: str, payload: bytes) -> Observed:
    """The device, in the room that ends the topic."""
    return observe_room(topic.rpartition("/")[2], payload)
