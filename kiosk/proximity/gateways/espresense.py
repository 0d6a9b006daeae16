"""ESPresense: ESP32 nodes, one a room, each publishing what it hears on `espresense/devices/<device>/<room>`.

Source: ESPresense src/main.cpp and src/BleFingerprint.cpp, the MQTT page of ESPresense.com; the companion's states.

The companion's states are read and not subscribed to: it names the nearest room, and in a room is not near a screen. A
store that wants to go by it names `espresense/companion/+` in `proximity.topics`.
"""

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.json import Decoder

from kiosk.proximity.lenient import ON_CHANGE_S, Number, read_number, read_positive, read_rssi, read_word
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import parse
from kiosk.proximity.topics import fill_topics

LARGEST_PAYLOAD = 8192
"""Bytes; a node tells of one device at a time."""
FARTHEST_M = 100.0
"""Beyond this the node is mistaken (5.8e9 m was seen); ESPresense's own limit is 16 m."""

_DEVICES = "espresense/devices/"
_ROOMS = "espresense/rooms/"
_COMPANION = "espresense/companion/"
_RSSI_AT_1M = -65.0
"""What ESPresense assumes of a sender that does not say."""
_GONE = "not_home"


class _Message(Struct):
    id: str | None = None
    rssi: Number = None
    rssi_at_1m: Number = field(name="rssi@1m", default=None)
    raw: Number = None
    distance: Number = None
    interval_ms: Number = field(name="int", default=None)


_decoder = Decoder(_Message)


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """What to subscribe to: these rooms' devices and nothing else, least of all settings or room keys."""
    return fill_topics(_DEVICES + "+/{zone}", zones)


def name_device(topic: str) -> str | None:
    """The raw device id that a topic names; `None`: it is about no device."""
    if topic.startswith(_COMPANION):
        tracked = topic.removeprefix(_COMPANION)
        return tracked if tracked and "/" not in tracked else None
    device, _, zone = topic.removeprefix(_DEVICES).rpartition("/")
    if not topic.startswith(_DEVICES) or not device or not zone or "/" in device:
        return None
    return device


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is ESPresense's: by its topic or, where that is unknown, by the members that no other has."""
    return topic.startswith("espresense/") or (not topic and b'"rssi@1m"' in payload and b'"distance"' in payload)


def observe(topic: str, payload: bytes) -> Observed:
    """What a node hears of a device, or the room in which the companion believes it.

    A node that states an absurd distance is not believed at all.
    """
    device = name_device(topic)
    if topic.startswith(_COMPANION):
        return _observe_companion(device, payload)
    is_room = topic.startswith(_ROOMS) and "/" not in topic.removeprefix(_ROOMS)
    if topic and device is None and not is_room:
        return Ignored("not about a device")
    message = parse(_decoder.decode, payload, LARGEST_PAYLOAD)
    if isinstance(message, Ignored):
        return message
    return _judge(device or message.id, topic.rpartition("/")[2] or None, message)


def _judge(device: str | None, zone: str | None, message: _Message) -> Observed:
    rssi = read_rssi(message.rssi)
    if not device:
        return Ignored("no device")
    if rssi is None and read_number(message.rssi) is not None:
        return Ignored("no signal strength")
    slow_m = read_number(message.distance)
    if slow_m is not None and abs(slow_m) > FARTHEST_M:
        return Ignored("absurd distance")
    distance_m, fast_m = read_positive(slow_m), read_positive(message.raw)
    if fast_m is not None and fast_m > FARTHEST_M:
        fast_m = None
    if rssi is None and distance_m is None and fast_m is None:
        return Ignored("no distance")
    interval_ms = read_positive(message.interval_ms)
    return (
        Observation(
            device=device,
            zone=zone,
            distance_m=distance_m,
            rssi=rssi,
            rssi_at_1m=read_rssi(message.rssi_at_1m) or (None if rssi is None else _RSSI_AT_1M),
            interval_s=None if interval_ms is None else interval_ms / 1000,
            fast_m=fast_m,
        ),
    )


def _observe_companion(device: str | None, payload: bytes) -> Observed:
    """The companion states a room's name, or `not_home`; its attributes and what is no bare text say nothing."""
    room = read_word(payload)
    if room is None or device is None:
        return Ignored("not about a device")
    if room == _GONE:
        return (Observation(device, None, kind="left"),)
    return (Observation(device, room, interval_s=ON_CHANGE_S),)
