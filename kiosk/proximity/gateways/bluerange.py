"""BlueRange: a mesh that estimates where an asset is, and says when it crosses the border of a geofence.

Source: BlueRange's AsyncAPI document (PositionEstimate) and the page on its MQTT API (GeofenceEvent). Both topics are
published as `br/<organisation>/<building>/<floor>/...` or below `rltn-iot/<organisation>/<site>/<gateway>/indoor/`.
"""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.json import Decoder

from kiosk.proximity.lenient import ON_CHANGE_S
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import UNREADABLE, Name, parse
from kiosk.proximity.said_at import read_said_at

_TOPICS = (
    "br/+/+/+/positionEstimate/+",
    "rltn-iot/+/+/+/indoor/+/positionEstimate",
    "rltn-iot/+/+/+/indoor/+/+/geofenceEvent",
)
_ESTIMATE = re.compile(r"(?:br/[^/]+/[^/]+/[^/]+/positionEstimate/([^/]+)|.+/indoor/([^/]+)/positionEstimate)")
_GEOFENCE = re.compile(r".+/indoor/([^/]+)/([^/]+)/geofenceEvent")
_ROOT = "rltn-iot/"


class _Message(Struct, rename="camel"):
    """`accuracy` is how far the estimate may be wrong, and so no distance."""

    state: Name = None
    zone_uuid: Name = None
    room_uuid: Name = None
    measurement_time_sec: object = None


_decoder = Decoder(_Message)


def list_topics(_zones: Iterable[str]) -> tuple[str, ...]:
    """All estimates and borders: which zone is meant stands in the message."""
    return _TOPICS


def name_device(topic: str) -> str | None:
    """The asset, which only the topic names; `None`: the topic is about something else."""
    found = _ESTIMATE.fullmatch(topic) or _GEOFENCE.fullmatch(topic)
    return found and (found[1] or found[2])


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is BlueRange's: by its topic, or by the members of an estimate."""
    is_estimate = b'"estimatorUuid"' in payload and b'"state"' in payload
    return is_estimate or topic.startswith(_ROOT) or name_device(topic) is not None


def observe(topic: str, payload: bytes) -> Observed:
    """The asset in the topic, in the zone or geofence where it is or that it has left."""
    device, fence = name_device(topic), _GEOFENCE.fullmatch(topic)
    if device is None:
        return Ignored("not about a device")
    message = parse(_decoder.decode, payload)
    if isinstance(message, Ignored):
        return message
    if fence is not None:
        return _observe_fence(device, fence[2], message.state)
    if not message.state:
        return UNREADABLE
    zone, said_at = message.zone_uuid or message.room_uuid, read_said_at(message.measurement_time_sec)
    if message.state != "TRACKED":
        return (Observation(device, zone, kind="left", said_at=said_at),)
    return (Observation(device, zone, said_at=said_at),) if zone else Ignored("no place")


def _observe_fence(device: str, fence: str, state: str | None) -> Observed:
    match state:
        case "ENTERED":
            return (Observation(device, fence, interval_s=ON_CHANGE_S),)
        case "LEFT":
            return (Observation(device, fence, kind="left"),)
        case "UNKNOWN":
            return Ignored("not sure")
        case _:
            return UNREADABLE
