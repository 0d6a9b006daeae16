"""monitor: a bash script on a Raspberry Pi, `monitor/<node>/<device>`, with every value as text.

Source: andrewjfreyer/monitor README and support/mqtt. A phone that answers by its name, without a strength, is in reach
of a node and may stand a room away: it brings nobody near.
"""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.json import Decoder
from msgspec.structs import replace

from kiosk.proximity.lenient import ON_CHANGE_S, Number, read_number, read_rssi, read_word
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import OWN_STATUS, Name, parse
from kiosk.proximity.said_at import read_said_at
from kiosk.proximity.topics import fill_topics

SURE = 60.0
"""Per cent of confidence, below which monitor itself asks its other nodes; it sinks while a device does not answer, and
0 says that she left."""

_ADDRESS = re.compile(r"(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}\Z|[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}")
_OWN_TOPIC = re.compile(r"monitor/[^/]*/")
_OF_A_DEVICE = ("device_tracker", "presence", "rssi")
_HERE = ("home", "present")
_GONE = ("not_home", "away", "not present")
_SILENT_DBM = -99
"""What it writes for a phone that did not answer."""
_COMMANDS = ("scan", "setup")


class _Message(Struct):
    id: Name = None
    mac: Name = None
    confidence: Number = None
    rssi: Number = None
    power: Number = None
    timestamp: object = None


_decoder = Decoder(_Message)


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """What to subscribe to: these nodes' devices, and what they say of them as trackers."""
    zones = tuple(zones)
    return fill_topics("monitor/{zone}/+", zones) + fill_topics("monitor/{zone}/+/device_tracker", zones)


def name_device(topic: str) -> str | None:
    """The address or beacon that the topic names; an alias is none, since the message may name the address."""
    device = _place(topic)[1]
    return device if device and _ADDRESS.match(device) else None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is monitor's: by its members, its topic, or as the word of a tracker below an address."""
    if b'"confidence"' in payload and (b'"version"' in payload or b'"retained"' in payload):
        return True
    is_of_a_tracker = topic.endswith("/device_tracker") and name_device(topic) is not None
    return is_of_a_tracker or bool(_OWN_TOPIC.match(topic))


def observe(topic: str, payload: bytes) -> Observed:
    """How sure the node is that a device is there."""
    if topic.endswith(_OF_A_DEVICE) and topic.count("/") > 1:
        return _observe_word(topic, payload)
    node, named = _place(topic)
    if node in _COMMANDS:
        return OWN_STATUS
    message = parse(_decoder.decode, payload)
    if isinstance(message, Ignored):
        # Words such as `online`, and commands without a payload, go over the same topics.
        return OWN_STATUS if read_word(payload) or not payload else message
    device = message.id or named
    confidence = read_number(message.confidence)
    if not device or confidence is None:
        return OWN_STATUS
    aliases = tuple(name for name in (named, message.mac) if name and name != device)
    said_at = read_said_at(message.timestamp)
    there = Observation(device, node, interval_s=ON_CHANGE_S, aliases=aliases, said_at=said_at)
    return _judge(there, confidence, message)


def _judge(there: Observation, confidence: float, message: _Message) -> Observed:
    if confidence <= 0:
        return (replace(there, kind="left", interval_s=None),)
    if confidence < SURE:
        return Ignored("not sure")
    rssi = read_rssi(message.rssi)
    return (replace(there, rssi=rssi, rssi_at_1m=read_rssi(message.power), in_reach=rssi is None),)


def _observe_word(topic: str, payload: bytes) -> Observed:
    """The bare word below a device: where a tracker is, or how strong a connected phone is."""
    node, device = _place(topic)
    word = read_word(payload)
    rssi = read_rssi(word) if topic.endswith("/rssi") else None
    if device and word in _GONE:
        return (Observation(device, node, kind="left"),)
    if device and (word in _HERE or (rssi is not None and rssi > _SILENT_DBM)):
        return (Observation(device, node, rssi=rssi, interval_s=ON_CHANGE_S, in_reach=rssi is None),)
    return Ignored("not about a device")


def _place(topic: str) -> tuple[str | None, str | None]:
    """The node and the device that a topic names, whatever stands before and behind them."""
    parts = topic.split("/")
    if parts[-1] in _OF_A_DEVICE and len(parts) > 1:
        parts.pop()
    return (parts[-2] or None if len(parts) > 1 else None), parts[-1] or None
