"""Tasmota: its two iBeacon drivers, both on `tele/<node>/SENSOR`; the older one names the device in the key.

Source: tasmota/docs docs/Bluetooth_old and docs/Bluetooth_ESP32, Tasmota #8697 and #11652.
"""

import re
from collections.abc import Iterable

from msgspec import Raw, Struct
from msgspec.json import Decoder

from kiosk.proximity.beacon_frame import name_ibeacon
from kiosk.proximity.lenient import Number, read_number, read_rssi
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import OWN_STATUS, UNREADABLE, Name, parse
from kiosk.proximity.topics import fill_topics

_KEY = "IBEACON"
_SENSOR = "/SENSOR"
_MARK = re.compile(rb'"IBEACON(_\w+)?"\s*:')
_HEX_DIGITS = 4


class _Beacon(Struct, rename="upper"):
    mac: Name = None
    uid: Name = None
    major: Number = None
    minor: Number = None
    rssi: Number = None
    state: Name = None


_decoder = Decoder(dict[str, Raw])
_beacon_decoder = Decoder(_Beacon)


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """What to subscribe to: these nodes' sensors."""
    return fill_topics("tele/{zone}/SENSOR", zones)


def name_device(_topic: str) -> str | None:
    """Never any: the topic names the node only."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is Tasmota's: by its key, or by a topic that no other make has."""
    return bool(_MARK.search(payload)) or topic.startswith(("tele/", "stat/")) or topic.endswith(_SENSOR)


def observe(topic: str, payload: bytes) -> Observed:
    """The beacons that a node found, or lost."""
    if topic and not topic.endswith(_SENSOR):
        return OWN_STATUS
    message = parse(_decoder.decode, payload)
    if isinstance(message, Ignored):
        return message
    beacons = [(key, value) for key, value in message.items() if key == _KEY or key.startswith(f"{_KEY}_")]
    if not beacons:
        return OWN_STATUS
    return _gather([_observe_beacon(key, value, _name_zone(topic)) for key, value in beacons])


def _gather(observed: list[Observation | Ignored]) -> Observed:
    usable = tuple(observation for observation in observed if isinstance(observation, Observation))
    return usable or next(ignored for ignored in observed if isinstance(ignored, Ignored))


def _observe_beacon(key: str, value: Raw, zone: str | None) -> Observation | Ignored:
    beacon = parse(_beacon_decoder.decode, bytes(value))
    if isinstance(beacon, Ignored):
        return UNREADABLE
    names = [name for name in (beacon.mac or key.partition("_")[2], beacon.uid, _join(beacon)) if name]
    if not names:
        return Ignored("no device")
    # Gone is `STATE` in the newer driver, with the last strength still there, and a strength of 0 in the older one.
    if (beacon.state or "").upper() == "OFF" or read_number(beacon.rssi) == 0:
        return Observation(names[0], zone, kind="left", aliases=tuple(names[1:]))
    rssi = read_rssi(beacon.rssi)
    if rssi is None:
        return Ignored("no signal strength")
    return Observation(names[0], zone, rssi=rssi, aliases=tuple(names[1:]))


def _join(beacon: _Beacon) -> str | None:
    major, minor = _read_part(beacon.major), _read_part(beacon.minor)
    return None if not beacon.uid or major is None or minor is None else name_ibeacon(beacon.uid, major, minor)


def _read_part(value: Number) -> int | None:
    """A part of a beacon's id: the older driver writes it as four hex digits."""
    if isinstance(value, str) and len(value) == _HEX_DIGITS:
        try:
            return int(value, 16)
        except ValueError:
            return None
    number = read_number(value)
    return None if number is None else int(number)


def _name_zone(topic: str) -> str | None:
    """The node: what is left of the topic without its fixed words, in whatever order the user has put them."""
    parts = [part for part in topic.split("/") if part not in ("tele", "SENSOR", "")]
    return parts[-1] if parts else None
