"""Zigbee2MQTT: radars and motion sensors, which say that somebody is there and never who.

Source: Koenkk/zigbee2mqtt issues #270 and #467, the devices' pages of zigbee2mqtt.io.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.json import Decoder

from kiosk.proximity.lenient import ON_CHANGE_S, Number, is_absurd, read_positive
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import OWN_STATUS, parse
from kiosk.proximity.said_at import read_said_at
from kiosk.proximity.topics import fill_topics

_ROOT = "zigbee2mqtt/"
_ATTRIBUTES = ("presence", "occupancy")
_SWITCHES = {b"true": True, b"false": False}
"""Where the user lets each attribute have a topic of its own."""
_OWN = ("/availability", "/set", "/get", "/config", "/state")


class _Message(Struct):
    presence: object = None
    occupancy: object = None
    target_distance: Number = None
    last_seen: object = None


_decoder = Decoder(_Message)


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """What to subscribe to: the sensors with these friendly names."""
    return fill_topics(_ROOT + "{zone}", zones)


def name_device(_topic: str) -> str | None:
    """Never any: such a sensor knows nobody."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is Zigbee2MQTT's: by its topic, or by a radio's quality beside presence."""
    if topic.startswith(_ROOT):
        return True
    is_presence = b'"occupancy":' in payload or b'"presence":' in payload
    return is_presence and b'"id"' not in payload and (not topic or b'"linkquality"' in payload)


def observe(topic: str, payload: bytes) -> Observed:
    """That somebody is there, or nobody any more; a motion sensor says the latter a minute late."""
    if topic.startswith(f"{_ROOT}bridge/") or topic.endswith(_OWN):
        return OWN_STATUS
    name, _, attribute = topic.removeprefix(_ROOT).rpartition("/")
    if attribute in _ATTRIBUTES and payload in _SWITCHES:
        return _judge(name or None, _Message(presence=_SWITCHES[payload]))
    message = parse(_decoder.decode, payload)
    return message if isinstance(message, Ignored) else _judge(topic.removeprefix(_ROOT) or None, message)


def _judge(zone: str | None, message: _Message) -> Observed:
    is_there = message.presence if isinstance(message.presence, bool) else message.occupancy
    if not isinstance(is_there, bool):
        return Ignored("no presence")
    # When it starts, the bridge tells once more what it has kept.
    said_at = read_said_at(message.last_seen)
    if not is_there:
        return (Observation(None, zone, kind="left", said_at=said_at),)
    distance_m = None if is_absurd(message.target_distance) else read_positive(message.target_distance)
    return (Observation(None, zone, distance_m, interval_s=ON_CHANGE_S, said_at=said_at),)
