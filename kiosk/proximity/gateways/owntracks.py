"""OwnTracks: the shopper's own phone says which of the shop's beacons or regions it has entered.

Source: owntracks/booklet docs/tech/json and docs/features/beacons.
"""

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.json import Decoder

from kiosk.proximity.lenient import ON_CHANGE_S, Number, is_absurd, read_positive, read_rssi
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import OWN_STATUS, Name, parse
from kiosk.proximity.said_at import read_said_at

_ROOT = "owntracks/"
_SUFFIXES = ("event", "beacon", "step", "dump", "info", "cmd", "status", "waypoint", "waypoints")
_DEVICE_PARTS = 2
_FAR = 3
"""Of a phone's three words for how near a beacon is: anywhere in reach."""


class _Message(Struct):
    kind: Name = field(name="_type", default=None)
    event: Name = None
    desc: Name = None
    topic: Name = None
    tst: object = None
    tid: Name = None
    regions: tuple[str, ...] | None = field(name="inregions", default=None)
    uuid: Name = None
    rssi: Number = None
    accuracy_m: Number = field(name="acc", default=None)
    proximity: Number = field(name="prox", default=None)


_decoder = Decoder(_Message)


def list_topics(_zones: Iterable[str]) -> tuple[str, ...]:
    """What to subscribe to: only the message tells which region it is about."""
    return (f"{_ROOT}+/+/event", f"{_ROOT}+/+/beacon", f"{_ROOT}+/+")


def name_device(topic: str) -> str | None:
    """The phone, as `<user>/<device>`."""
    parts = topic.split("/")
    if parts[-1] in _SUFFIXES:
        parts.pop()
    device = parts[-_DEVICE_PARTS:]
    return "/".join(device) if len(device) == _DEVICE_PARTS and all(device) else None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is OwnTracks': every one of its messages names its type."""
    return topic.startswith(_ROOT) or (b'"_type"' in payload and payload.lstrip()[:1] == b"{")


def observe(topic: str, payload: bytes) -> Observed:
    """Which regions the phone has entered or left, is in, or which beacon it hears."""
    message = parse(_decoder.decode, payload)
    if isinstance(message, Ignored):
        return message
    device = name_device(topic or message.topic or "") or message.tid
    if not device:
        return Ignored("no device")
    match message.kind:
        case "transition" | "location" if message.event:
            return _observe_transition(device, message)
        case "beacon":
            return _observe_beacon(device, message)
        case "location" if message.regions:
            return tuple(_observe_region(device, region, message) for region in message.regions)
        case _:
            return OWN_STATUS


def _observe_transition(device: str, message: _Message) -> Observed:
    # `acc` is here how well the phone knows where on earth it is.
    if message.event == "enter" and message.desc:
        return (_observe_region(device, message.desc, message),)
    if message.event == "leave" and message.desc:
        return (Observation(device, message.desc, kind="left", said_at=read_said_at(message.tst)),)
    return Ignored("not about a region")


def _observe_region(device: str, region: str, message: _Message) -> Observation:
    return Observation(device, region, interval_s=ON_CHANGE_S, said_at=read_said_at(message.tst))


def _observe_beacon(device: str, message: _Message) -> Observed:
    rssi = read_rssi(message.rssi)
    distance_m = None if is_absurd(message.accuracy_m) else read_positive(message.accuracy_m)
    proximity = read_positive(message.proximity)
    if rssi is None and not proximity:
        return Ignored("no signal strength")
    in_reach = rssi is None and distance_m is None and proximity == _FAR
    zone, said_at = message.desc or message.uuid or None, read_said_at(message.tst)
    return (Observation(device, zone, distance_m, rssi, said_at=said_at, in_reach=in_reach),)
