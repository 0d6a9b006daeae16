"""room-assistant: one instance a room, which publishes entities for everybody and mqtt_room messages beside them.

Source: room-assistant docs/integrations/mqtt and home-assistant, home-assistant.service.ts.
"""

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.json import Decoder

from kiosk.proximity.lenient import ON_CHANGE_S, Number, is_absurd, read_positive, read_rssi, read_word
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import OWN_STATUS, Name, parse
from kiosk.proximity.room_message import observe_room
from kiosk.proximity.said_at import read_said_at
from kiosk.proximity.topics import fill_topics

_ENTITIES = "/entity/"
_ROOMS = "/mqtt-room/"
_SENSORS = ("bluetooth-low-energy-presence-sensor", "bluetooth-classic-presence-sensor")
_PREFIXES = ("ble-", "bluetooth-classic-")
_NOWHERE = ("not_home", "unknown", "unavailable", "none", "")


class _Distance(Struct):
    distance: Number = None
    out_of_range: bool | None = field(name="outOfRange", default=None)
    last_updated_at: object = field(name="lastUpdatedAt", default=None)


class _Measured(Struct):
    rssi: Number = None
    measured_power: Number = field(name="measuredPower", default=None)


class _Entity(Struct):
    id: Name = None
    state: object = None
    attributes: _Distance | None = None
    distances: dict[str, _Distance | None] | None = None
    measured: dict[str, _Measured | None] | None = field(name="measuredValues", default=None)


class _Message(Struct):
    entity: _Entity | None = None


_decoder = Decoder(_Message)


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """What to subscribe to: the messages of these rooms, and the entities, whose room only the message tells."""
    entities = tuple(f"room-assistant{_ENTITIES}+/{sensor}/+" for sensor in _SENSORS)
    return fill_topics(f"room-assistant{_ROOMS}{{zone}}", zones) + entities


def name_device(_topic: str) -> str | None:
    """Never any: an entity's id is more than the device's own."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is room-assistant's: by its topic, or as an entity with rooms in it."""
    return topic.startswith("room-assistant/") or (b'"entity"' in payload and b'"hasAuthority"' in payload)


def observe(topic: str, payload: bytes) -> Observed:
    """The room in which room-assistant believes a device; never the instance, which only tells about it."""
    if _ROOMS in topic:
        return observe_room(topic.rpartition("/")[2], payload)
    if topic.startswith("room-assistant/") and _ENTITIES not in topic:
        return _observe_state(topic, payload)
    message = parse(_decoder.decode, payload)
    if isinstance(message, Ignored):
        return message
    entity = message.entity
    # Switches and counters are entities, too: a place is a text, and comes with distances to rooms.
    if entity is None or not entity.id or not isinstance(entity.state, str) or entity.distances is None:
        return Ignored("not about a device")
    if entity.state in _NOWHERE:
        return (Observation(entity.id, None, kind="left", aliases=_list_aliases(entity.id)),)
    return _judge(entity, entity.id, entity.state)


def _observe_state(topic: str, payload: bytes) -> Observed:
    """The bare word for Home Assistant: a room, on `room-assistant/sensor/<entity>/state`."""
    *_, device, last = topic.split("/")
    room = read_word(payload)
    if last != "state" or room is None or not device.startswith(_PREFIXES):
        return OWN_STATUS
    aliases = _list_aliases(device)
    if room in _NOWHERE:
        return (Observation(device, None, kind="left", aliases=aliases),)
    return (Observation(device, room, interval_s=ON_CHANGE_S, aliases=aliases),)


def _judge(entity: _Entity, device: str, room: str) -> Observed:
    place = (entity.distances or {}).get(room) or _Distance()
    # The room of somebody long gone is sometimes kept (room-assistant#825).
    if place.out_of_range:
        return Ignored("out of range")
    stated = entity.attributes.distance if entity.attributes else None
    distance = place.distance if stated is None else stated
    if is_absurd(distance):
        return Ignored("absurd distance")
    measured = (entity.measured or {}).get(room) or _Measured()
    return (
        Observation(
            device=device,
            zone=room,
            distance_m=read_positive(distance),
            rssi=read_rssi(measured.rssi),
            rssi_at_1m=read_rssi(measured.measured_power),
            interval_s=ON_CHANGE_S,
            aliases=_list_aliases(device),
            said_at=read_said_at(place.last_updated_at),
        ),
    )


def _list_aliases(device: str) -> tuple[str, ...]:
    return tuple(device.removeprefix(prefix) for prefix in _PREFIXES if device.startswith(prefix))
