"""esp32-ble2mqtt: a bridge that holds connections to Bluetooth devices, `<address>/Connected` and what they measure.

Source: shmuelzon/esp32-ble2mqtt, README and issue 70. That one bridge lost a device says nothing: another may hold it,
and then says so. It never says where it stands nor how near a device is, and so it brings nobody near.
"""

import re
from collections.abc import Iterable

from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import UNREADABLE

DEFAULT_TOPIC = "+/Connected"
_TOPIC = re.compile(r"(?:.*/)?((?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})/Connected")
_OURS = re.compile(r"(?:.*/)?(?:(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}/(?:Connected|Owner)|BLE2MQTT-[0-9A-F]{4}/.+)")


def list_topics(_zones: Iterable[str]) -> tuple[str, ...]:
    """Who is connected, whatever the zone: these topics name none."""
    return (DEFAULT_TOPIC,)


def name_device(topic: str) -> str | None:
    """The address; `None`: the topic is about something else."""
    found = _TOPIC.fullmatch(topic)
    return found and found[1]


def recognise(topic: str, _payload: bytes) -> bool:
    """Whether the message is this bridge's: by its topics alone, for the payload is one bare word."""
    return _OURS.fullmatch(topic) is not None


def observe(topic: str, payload: bytes) -> Observed:
    """The device in the topic, if it is connected."""
    device = name_device(topic)
    if device is None:
        return Ignored("not about a device")
    match payload.strip():
        case b"true":
            return (Observation(device, None, in_reach=True),)
        case b"false":
            return Ignored("one bridge lost it, another may hold it")
        case _:
            return UNREADABLE
