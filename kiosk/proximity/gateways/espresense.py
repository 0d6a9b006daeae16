"""ESPresense: ESP32 nodes, one a room, each publishing what it hears on `espresense/devices/<device>/<room>`.

Source: ESPresense src/main.cpp and src/BleFingerprint.cpp, the MQTT page of ESPresense.com.
"""

import math
from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta, Struct, field
from msgspec.json import Decoder

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.errors import SettingRefused
from kiosk.proximity.path_loss import is_reading, reckon_distance
from kiosk.proximity.sighting import Ignored, Reading

LARGEST_PAYLOAD = 8192
FARTHEST_M = 100.0
"""Beyond this the gateway is mistaken (5.8e9 m was seen); ESPresense's own limit is 16 m."""

_ZONES = "screen.zones"
_ROOT = "espresense/devices/"
_RSSI_AT_1M = -65
"""What ESPresense assumes of a sender that does not say."""

_Number = float | Annotated[str, Meta(max_length=32)] | None
"""Gateways write numbers as text and missing ones as null or empty text."""


class _Message(Struct):
    rssi: _Number = None
    rssi_at_1m: _Number = field(name="rssi@1m", default=None)
    raw: _Number = None
    distance: _Number = None
    interval_ms: _Number = field(name="int", default=None)


_decoder = Decoder(_Message)


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """What to subscribe to: these rooms' devices and nothing else, least of all settings or room keys.

    Raises `SettingRefused` for a zone that no room can have and that would widen the subscription.
    """
    zones = tuple(zones)
    if any(set(zone) & set("+#/") for zone in zones):
        raise SettingRefused(_ZONES, "a zone is the name of an ESPresense room, without `+`, `#` and `/`")
    return tuple(f"{_ROOT}+/{zone}" for zone in zones)


def find_device(topic: str) -> tuple[str, str] | None:
    """The raw device id and the zone that a topic names; `None`: it is about no device."""
    device, slash, zone = topic.removeprefix(_ROOT).rpartition("/")
    if not topic.startswith(_ROOT) or not slash or not device or not zone or "/" in device:
        return None
    return device, zone


def read_message(payload: bytes) -> Reading | Ignored:
    """Make a reading of any bytes whatsoever; it never raises.

    The distance is the node's unfiltered `raw`, else path loss from `rssi` and `rssi@1m`. Its `distance` follows a step
    only after 8 to 20 s (ESPresense#770), so it counts only where nothing faster is given, and as a gate: a node that
    states an absurd one is not believed at all.
    """
    if len(payload) > LARGEST_PAYLOAD:
        return Ignored("too large", broken=True)
    try:
        message = _decoder.decode(payload)
    except JSON_FLAWS:
        return Ignored("not an ESPresense message", broken=True)
    return _judge(message)


def _judge(message: _Message) -> Reading | Ignored:
    rssi = _round(message.rssi)
    if rssi is not None and not is_reading(rssi):
        return Ignored("no signal strength")
    slow_m = _number(message.distance)
    if slow_m is not None and abs(slow_m) > FARTHEST_M:
        return Ignored("absurd distance")
    distance_m = _positive(message.raw) or _by_path_loss(rssi, _round(message.rssi_at_1m)) or _positive(slow_m)
    if distance_m is None:
        distance_m = None if rssi is None else reckon_distance(rssi, _RSSI_AT_1M)
    if distance_m is None or distance_m > FARTHEST_M:
        return Ignored("no distance")
    interval_ms = _positive(message.interval_ms)
    return Reading(distance_m, rssi, None if interval_ms is None else interval_ms / 1000)


def _by_path_loss(rssi: int | None, rssi_at_1m: int | None) -> float | None:
    if rssi is None or rssi_at_1m is None or not is_reading(rssi_at_1m):
        return None
    return reckon_distance(rssi, rssi_at_1m)


def _round(value: _Number) -> int | None:
    number = _number(value)
    return None if number is None else round(number)


def _positive(value: _Number) -> float | None:
    number = _number(value)
    return number if number is not None and number > 0 else None


def _number(value: _Number) -> float | None:
    """The finite number that this is or spells; `None`: it is none."""
    try:
        number = float(value or math.nan) if isinstance(value, str) else value
    except ValueError:
        return None
    return number if number is not None and math.isfinite(number) else None
