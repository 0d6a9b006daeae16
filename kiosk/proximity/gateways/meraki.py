"""Cisco Meraki's Scanning API: posts of its cloud, every minute or so, that a bridge puts on the broker as they are.

Source: developer.cisco.com/meraki/scanning-api, versions 2.0, 2.1 and 3.0. Version 2 tells strength above the noise,
not in dBm: such a figure is none here, and brings nobody near. Each post carries a secret of the store's, which is not
even parsed.
"""

import math
import re
from collections.abc import Iterable, Iterator

from msgspec import Raw, Struct, field
from msgspec.json import Decoder

from kiosk.proximity.lenient import Number, read_rssi
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import HEAD, NOBODY, UNREADABLE, Name, parse, parse_each
from kiosk.proximity.said_at import read_said_at

DEFAULT_TOPIC = "meraki/scanning"
"""The bridge is the user's own, and so is its topic; the zone stands in the message."""

_INTERVAL_S = 60.0
_TYPES = ("DevicesSeen", "BluetoothDevicesSeen", "WiFi", "BLE")
_MEMBERS = re.compile(rb'"type"\s*:\s*"(?:Bluetooth)?DevicesSeen"|"(?:networkId|latestRecord|rssiRecords)"')


class _Record(Struct, rename="camel"):
    """How strongly one access point heard the device."""

    ap_mac: Name = None
    rssi: Number = None


class _Latest(Struct, rename="camel"):
    nearest_ap_mac: Name = None
    nearest_ap_rssi: Number = None
    time: object = None


class _Location(Struct, rename="camel"):
    rssi_records: list[_Record] = field(default_factory=list[_Record])
    time: object = None


class _Seen(Struct, rename="camel"):
    """One device; versions before 3 say of it no more than its strength."""

    client_mac: Name = None
    rssi: Number = None
    locations: list[_Location] = field(default_factory=list[_Location])
    latest_record: _Latest | None = None
    seen_epoch: object = None


class _Data(Struct, rename="camel"):
    ap_mac: Name = None
    observations: list[Raw] = field(default_factory=list[Raw])


class _Post(Struct):
    type: Name = None
    data: _Data = field(default_factory=_Data)


_decoder = Decoder(_Post)
_seen_decoder = Decoder(_Seen)


def list_topics(_zones: Iterable[str]) -> tuple[str, ...]:
    """The bridge's one topic."""
    return (DEFAULT_TOPIC,)


def name_device(_topic: str) -> str | None:
    """No device: a post is about many."""
    return None


def recognise(_topic: str, payload: bytes) -> bool:
    """Whether the message is a post of Meraki's: by its type, or by members that no other make has."""
    head = payload[:HEAD]
    return b'"observations"' in payload and _MEMBERS.search(head) is not None


def observe(_topic: str, payload: bytes) -> Observed:
    """All devices that were heard, each at the access point that heard it best."""
    post = parse(_decoder.decode, payload)
    if isinstance(post, Ignored):
        return post
    if post.type not in _TYPES:
        return UNREADABLE
    seen = parse_each(_seen_decoder.decode, post.data.observations)
    return tuple(_observe_all(seen, post.data.ap_mac)) or NOBODY


def _observe_all(seen: Iterable[_Seen], ap_mac: str | None) -> Iterator[Observation]:
    for one in seen:
        if one.client_mac:
            zone, strength = _find_place(one, ap_mac)
            rssi = read_rssi(strength)
            yield Observation(
                device=one.client_mac,
                zone=zone,
                rssi=rssi,
                interval_s=_INTERVAL_S,
                said_at=read_said_at(_find_time(one)),
                in_reach=rssi is None,
            )


def _find_time(seen: _Seen) -> object:
    """When the device was heard last: each version says it elsewhere."""
    records = (seen.locations[-1] if seen.locations else None, seen.latest_record)
    return seen.seen_epoch or next((record.time for record in records if record is not None), None)


def _find_place(seen: _Seen, ap_mac: str | None) -> tuple[str | None, Number]:
    """The access point that heard the device best, and how strongly."""
    if ap_mac:
        return ap_mac, seen.rssi
    records = seen.locations[-1].rssi_records if seen.locations else []
    latest = seen.latest_record
    if latest is not None and not records:
        return latest.nearest_ap_mac, latest.nearest_ap_rssi
    best = max(records, key=lambda record: read_rssi(record.rssi) or -math.inf, default=_Record())
    return best.ap_mac, best.rssi
