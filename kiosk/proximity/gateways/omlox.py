"""omlox hubs: positions, proximity and the borders of fences, below `/omlox/json/`.

Source: omlox hub specification 2.0, its optional MQTT extension (chapter 14) and the objects Location, Proximity,
FenceEvent and TrackableMotion; wavecomtech/omlox-client-go; DeepHub's page on MQTT topics.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Raw, Struct
from msgspec.json import Decoder

from kiosk.proximity.lenient import ON_CHANGE_S
from kiosk.proximity.observation import Ignored, Kind, Observation, Observed
from kiosk.proximity.parsing import UNREADABLE, Name, parse, parse_each
from kiosk.proximity.said_at import read_said_at
from kiosk.proximity.topics import fill_topics

_TOPIC = re.compile(r".*\bomlox/json/(location_updates|proximity_updates|fence_events|trackable_motions)/.+")
_ROOT = re.compile(r"/?omlox/json(?:rpc)?/")
_BORDERS: dict[str | None, Kind] = {"region_entry": "seen", "region_exit": "left"}


class _Message(Struct):
    """Of all four objects; `id` is a motion's trackable, and an event's own."""

    source: Name = None
    provider_id: Name = None
    provider_type: Name = None
    trackables: list[Name] | None = None
    trackable_id: Name = None
    fence_id: Name = None
    event_type: Name = None
    position: object = None
    timestamp_generated: object = None
    entry_time: object = None
    exit_time: object = None
    id: Name = None
    location: "_Message | None" = None


_decoder: Decoder[_Message | list[Raw]] = Decoder(_Message | list[Raw])
_message_decoder = Decoder(_Message)


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """The borders of these fences and what these sources hear, but no positions: a source's may be a whole hall."""
    zones = tuple(zones)
    fences = fill_topics("/omlox/json/fence_events/{zone}", zones)
    return fences + fill_topics("/omlox/json/proximity_updates/{zone}/+", zones)


def name_device(_topic: str) -> str | None:
    """No device: the topic may name the provider and the message the trackable that carries it, or the reverse."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is omlox': by its topic, or by the members of a position or of an event."""
    if _ROOT.match(topic):
        return True
    is_location = b'"provider_id"' in payload and b'"provider_type"' in payload
    return is_location or (b'"fence_id"' in payload and b'"event_type"' in payload)


def observe(topic: str, payload: bytes) -> Observed:
    """Who is at a source or within a fence, or has left it; a position is given, but no distance to anything."""
    if topic and not _TOPIC.fullmatch(topic):
        return Ignored("not about a device")
    told = parse(_decoder.decode, payload)
    if isinstance(told, Ignored):
        return told
    messages = parse_each(_message_decoder.decode, told) if isinstance(told, list) else [told]
    return tuple(_observe_all(messages)) or UNREADABLE


def _observe_all(messages: list[_Message]) -> Iterator[Observation]:
    for message in messages:
        kind = _BORDERS.get(message.event_type)
        if message.fence_id and kind is not None:
            yield from _observe_border(message, message.fence_id, kind)
        elif message.location is not None:
            yield from _observe_place(message.location, message.id)
        elif message.provider_type:
            yield from _observe_place(message, None)


def _observe_border(event: _Message, fence: str, kind: Kind) -> Iterator[Observation]:
    ids = _list_ids(event.provider_id, event.trackable_id)
    if ids:
        said_at = read_said_at(event.entry_time if kind == "seen" else event.exit_time)
        yield Observation(ids[0], fence, kind=kind, interval_s=ON_CHANGE_S, aliases=ids[1:], said_at=said_at)


def _observe_place(place: _Message, trackable: str | None) -> Iterator[Observation]:
    ids = _list_ids(trackable, place.provider_id, *(place.trackables or ()))
    if ids and place.source:
        said_at = read_said_at(place.timestamp_generated)
        # A position is in the source's reach; only a fence or the engine says what is near it.
        in_reach = place.position is not None
        yield Observation(ids[0], place.source, aliases=ids[1:], said_at=said_at, in_reach=in_reach)


def _list_ids(*ids: str | None) -> tuple[str, ...]:
    """All that one and the same thing is called, each once."""
    return tuple(dict.fromkeys(name for name in ids if name))
