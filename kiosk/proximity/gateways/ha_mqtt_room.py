"""Home Assistant's mqtt_room: whatever publishes `{"id", "name", "distance"}` on `<any>/<room>`.

Source: home-assistant/core homeassistant/components/mqtt_room/sensor.py and its tests.
"""

import re
from collections.abc import Iterable

from kiosk.proximity.observation import Observed
from kiosk.proximity.room_message import observe_room
from kiosk.proximity.topics import fill_topics

_OF_A_RADIO = re.compile(rb'"name"|"rssi|"id"\s*:\s*"[^"\d:]*[\d:]')
"""What those who hear radios write beside the two members: a name, a strength, or an id with digits or colons."""
_OF_ROOMS = re.compile(r"room|presence")


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """What to subscribe to: the topic before the room is the user's own, and of one part unless he sets it."""
    return fill_topics("+/{zone}", zones)


def name_device(_topic: str) -> str | None:
    """Never any: the topic names the room only."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message has what the format asks for; others have that too, and are to be asked first.

    So has a tank that measures its level: where the topic is known, it or the message has to tell of rooms or radios.
    """
    if b'"id"' not in payload or b'"distance"' not in payload or topic.endswith(("/config", "/attributes")):
        return False
    return not topic or bool(_OF_ROOMS.search(topic) or _OF_A_RADIO.search(payload))


def observe(topic: str, payload: bytes) -> Observed:
    """The device, in the room that ends the topic."""
    return observe_room(topic.rpartition("/")[2], payload)
