"""The messages that OpenMQTTGateway and Theengs Gateway share: one decoder, one advert each, `BTtoMQTT` in the topic.

Source: OpenMQTTGateway docs/use/ble; Theengs Gateway ble_gateway.py and docs/use/use.
"""

import re

from msgspec import Struct
from msgspec.json import Decoder

from kiosk.proximity.beacon_frame import name_ibeacon
from kiosk.proximity.lenient import Number, is_absurd, read_number, read_positive, read_rssi
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import OWN_STATUS, Name, parse

_ADVERTS = "BTtoMQTT"
_UUID = re.compile(r"[0-9a-fA-F]{32}\Z")
_ADDRESS = re.compile(r"[0-9a-fA-F]{12}\Z")
_OTHERS = re.compile(r"/(LWT|SYStoMQTT|version|config|commands)\b|toMQTT\b|MQTTto")
"""Topics on which a gateway speaks of itself, of another radio, or is spoken to."""
_WITHOUT_CONTROLS = bytes(max(byte, ord(" ")) for byte in range(256))
"""Older gateways copy an advert's bytes into a text as they are (OpenMQTTGateway#358)."""


class _Message(Struct):
    id: Name = None
    mac: Name = None
    uuid: Name = None
    major: Number = None
    minor: Number = None
    rssi: Number = None
    distance: Number = None
    txpower: Number = None
    presence: object = None


_decoder = Decoder(_Message)


def is_advert_topic(topic: str) -> bool:
    """Whether adverts may be told on it: on their own topic, or on that of presence, which the user names."""
    return _ADVERTS in topic.split("/") or not _OTHERS.search(topic)


def observe_decoded(topic: str, payload: bytes) -> Observed:
    """What the decoder made of an advert; sensor values alone are no evidence of anybody."""
    if not is_advert_topic(topic):
        return OWN_STATUS
    message = parse(_decoder.decode, payload.translate(_WITHOUT_CONTROLS))
    if isinstance(message, Ignored):
        return message
    named = topic.rpartition("/")[2]
    # Where the uuid is the topic, the id is an address that the phone changes every quarter of an hour.
    device = named if _UUID.match(named) else message.id or (named if _ADDRESS.match(named) else None)
    if not device:
        return Ignored("no device")
    if message.presence == "absent":
        return (Observation(device, _name_zone(topic), kind="left", aliases=_list_aliases(device, message)),)
    return _judge(device, _name_zone(topic), message)


def _judge(device: str, zone: str | None, message: _Message) -> Observed:
    rssi = read_rssi(message.rssi)
    if rssi is None:
        return Ignored("no signal strength")
    if is_absurd(message.distance):
        return Ignored("absurd distance")
    # Elsewhere than in a beacon it is the power that is radiated, in dBm.
    rssi_at_1m = read_rssi(message.txpower) if message.uuid else None
    aliases = _list_aliases(device, message)
    distance_m = read_positive(message.distance)
    return (Observation(device, zone, distance_m, rssi, rssi_at_1m=rssi_at_1m, aliases=aliases),)


def _list_aliases(device: str, message: _Message) -> tuple[str, ...]:
    """All other ids in the message; a beacon's uuid alone may be that of a whole fleet."""
    beacon = None
    major, minor = read_number(message.major), read_number(message.minor)
    if message.uuid and major is not None and minor is not None:
        beacon = name_ibeacon(message.uuid, int(major), int(minor))
    return tuple(name for name in (beacon, message.uuid, message.mac, message.id) if name and name != device)


def _name_zone(topic: str) -> str | None:
    """The gateway's name: before `BTtoMQTT`, else at the end, which Theengs leaves to the word `presence`."""
    parts = topic.split("/")
    if _ADVERTS in parts[1:]:
        return parts[parts.index(_ADVERTS, 1) - 1] or None
    return (parts[-2] if parts[-1] == "presence" and len(parts) > 1 else parts[-1]) or None
