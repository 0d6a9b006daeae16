"""Happy Bubbles' presence detectors: each advert on `happy-bubbles/ble/<host>/<form>/<id>`, whole or decoded.

Source: happy-bubbles/presence-firmware, user/user_main.c: the forms are `ibeacon`, `eddystone` and `raw`; numbers of a
beacon are hex text.
"""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.json import Decoder

from kiosk.proximity.advert import gather, observe_advert, observe_beacon, read_hex
from kiosk.proximity.beacon_frame import EDDYSTONE_LOSS_DB, BeaconFrame, name_ibeacon
from kiosk.proximity.lenient import Number, read_rssi
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import UNREADABLE, Name, parse
from kiosk.proximity.topics import fill_topics

_TOPIC = re.compile(r"happy-bubbles/ble/([^/]+)/(ibeacon|eddystone|raw)/([^/]+)")
_ROOT = "happy-bubbles/ble/"


class _Message(Struct):
    hostname: Name = None
    mac: Name = None
    rssi: Number = None
    uuid: Name = None
    major: Name = None
    minor: Name = None
    namespace: Name = None
    instance_id: Name = None
    tx_power: Name = None
    data: str | None = None


_decoder = Decoder(_Message)


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """All forms of what these hosts hear."""
    return fill_topics("happy-bubbles/ble/{zone}/+/+", zones)


def name_device(_topic: str) -> str | None:
    """No device: the uuid in the topic is shared by a whole fleet, and the address stands in the message too."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is Happy Bubbles': by its topic, or by the members that no other make has."""
    return topic.startswith(_ROOT) or (
        b'"hostname"' in payload and (b'"beacon_type"' in payload or b'"is_scan_response"' in payload)
    )


def observe(topic: str, payload: bytes) -> Observed:
    """The beacon or the address that the host heard."""
    found = _TOPIC.fullmatch(topic)
    if topic and found is None:
        return Ignored("not about a device")
    message = parse(_decoder.decode, payload)
    if isinstance(message, Ignored):
        return message
    if not (message.uuid or message.namespace or message.mac):
        return UNREADABLE
    return gather([_observe_message(message, (found and found[1]) or message.hostname)])


def _observe_message(message: _Message, zone: str | None) -> Observation | None:
    also = (message.mac,) if message.mac else ()
    if message.uuid:
        return observe_beacon(message.uuid, zone, message.rssi, _read_ibeacon(message, message.uuid), also)
    if message.namespace:
        return observe_beacon(message.namespace, zone, message.rssi, _read_eddystone(message, message.namespace), also)
    return observe_advert(message.mac, zone, message.rssi, read_hex(message.data))


def _read_ibeacon(message: _Message, uuid: str) -> BeaconFrame | None:
    major, minor = read_hex(message.major), read_hex(message.minor)
    if not major or not minor:
        return None
    return BeaconFrame(name_ibeacon(uuid, int.from_bytes(major), int.from_bytes(minor)), _read_power(message))


def _read_eddystone(message: _Message, namespace: str) -> BeaconFrame | None:
    if not message.instance_id:
        return None
    return BeaconFrame(f"{namespace}-{message.instance_id}", _read_power(message, EDDYSTONE_LOSS_DB))


def _read_power(message: _Message, loss_db: int = 0) -> float | None:
    power = read_hex(message.tx_power)
    return read_rssi(int.from_bytes(power, signed=True) - loss_db) if power else None
