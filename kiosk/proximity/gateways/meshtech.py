"""MeshTech MT2: a mesh whose nodes report how strong they hear a device, `mt/gateway/<gateway>/device/<device>/rssi`.

Source: Meshtech's documentation of its MQTT API MT2, introduction and reporting.
"""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.json import Decoder

from kiosk.proximity.lenient import Number, read_rssi
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import UNREADABLE, Name, parse
from kiosk.proximity.said_at import read_said_at

_TOPICS = ("mt/gateway/+/device/+/rssi",)
_TOPIC = re.compile(r"(?:[^+#]+/)?mt/gateway/[^/]+/device/([^/]+)/rssi")
_REPORT = re.compile(r"(?:[^+#]+/)?mt/gateways?/")


class _Message(Struct):
    parent: Name = None
    rssi: Number = None
    unreachable: bool | None = None
    time: object = None


_decoder = Decoder(_Message)


def list_topics(_zones: Iterable[str]) -> tuple[str, ...]:
    """The strengths that all gateways pass on: which node heard the device stands in the message."""
    return _TOPICS


def name_device(topic: str) -> str | None:
    """The address of the device; `None`: the topic is about something else."""
    found = _TOPIC.fullmatch(topic)
    return found and found[1]


def recognise(topic: str, _payload: bytes) -> bool:
    """Whether the message is MeshTech's: by its topic, since the payload does not name the device."""
    return _REPORT.match(topic) is not None


def observe(topic: str, payload: bytes) -> Observed:
    """The device in the topic at the node that heard it, or gone from there.

    Heartbeats, properties and answers say nothing of the place; a device that waits for firmware has another address.
    """
    device = name_device(topic)
    if device is None:
        return Ignored("not about a device")
    message = parse(_decoder.decode, payload)
    if isinstance(message, Ignored):
        return message
    if not message.parent:
        return UNREADABLE
    said_at = read_said_at(message.time)
    if message.unreachable:
        return (Observation(device, message.parent, kind="left", said_at=said_at),)
    rssi = read_rssi(message.rssi)
    if rssi is None:
        return Ignored("no signal strength")
    return (Observation(device, message.parent, rssi=rssi, said_at=said_at),)
