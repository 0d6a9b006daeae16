"""Kontakt.io's data streams: telemetry of one beacon or of a company's, and the presence that one gateway reports.

Source: Kontakt.io's developer pages on data streams, stream configuration and location engine monitoring.
"""

import re
from collections.abc import Iterable

from msgspec import Raw, Struct
from msgspec.json import Decoder

from kiosk.proximity.advert import gather, observe_beacon
from kiosk.proximity.lenient import Number
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import NOBODY, UNREADABLE, Name, parse, parse_each
from kiosk.proximity.said_at import date_by
from kiosk.proximity.topics import fill_topics

_TOPICS = ("telemetry/+", "/stream/+/all")
_BEACON = re.compile(r"/?stream/([^/]+)/all")
_VENUE = re.compile(r"/?stream/[^/]+/presence")
_SOURCE = re.compile(r"/?presence/stream/([^/]+)")
_COMPANY = re.compile(r"telemetry/[^/]+")
_FAMILIES = (_BEACON, _VENUE, _SOURCE, _COMPANY)
_SENSORS = re.compile(r"/?stream/[^/]+/(?:health|accelerometer|sensor|button)")


class _Message(Struct, rename="camel"):
    """The beacon's clock and the cloud's differ; the cloud's says when the beacon was heard."""

    tracking_id: Name = None
    unique_id: Name = None
    device_address: Name = None
    source_id: Name = None
    rssi: Number = None
    timestamp: object = None


_decoder: Decoder[_Message | list[Raw]] = Decoder(_Message | list[Raw])
_message_decoder = Decoder(_Message)


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """The streams of all beacons, and those of these gateways' presence."""
    return _TOPICS + fill_topics("/presence/stream/{zone}", zones)


def name_device(_topic: str) -> str | None:
    """No device: a beacon's name in the topic is not the id that it is tracked by."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is Kontakt.io's: by the members that all streams share, or by the topic of a sensor."""
    is_stream = b'"trackingId"' in payload or _BEACON.fullmatch(topic) is not None
    return (is_stream and b'"sourceId"' in payload) or _SENSORS.fullmatch(topic) is not None


def observe(topic: str, payload: bytes) -> Observed:
    """The beacons that gateways heard; a sensor's own stream tells of the beacon and not of its place."""
    if topic and not any(family.fullmatch(topic) for family in _FAMILIES):
        return Ignored("not about a device")
    streamed = parse(_decoder.decode, payload)
    if isinstance(streamed, Ignored):
        return streamed
    messages = parse_each(_message_decoder.decode, streamed) if isinstance(streamed, list) else [streamed]
    if not messages:
        return NOBODY
    beacon, source = _BEACON.fullmatch(topic), _SOURCE.fullmatch(topic)
    named, zone = beacon and beacon[1], source and source[1]
    if not any(_list_ids(message, named) for message in messages):
        return UNREADABLE
    return gather(_observe_one(message, named, zone) for message in messages)


def _observe_one(message: _Message, named: str | None, zone: str | None) -> Observation | None:
    device, *also = (*_list_ids(message, named), None)
    heard = observe_beacon(device, message.source_id or zone, message.rssi, None, tuple(filter(None, also)))
    return date_by(message.timestamp, heard)


def _list_ids(message: _Message, named: str | None) -> tuple[str, ...]:
    """All that the beacon is called, first what it is tracked by; each once."""
    ids = (message.tracking_id, message.unique_id, named, message.device_address)
    return tuple(dict.fromkeys(name for name in ids if name))
