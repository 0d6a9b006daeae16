"""Decodes the beacon in a raw Bluetooth advert: it keeps its identity while the address of its sender changes.

Sources: Bluetooth Core Specification Supplement part A (AD structures), Apple's Proximity Beacon Specification,
AltBeacon/spec, google/eddystone's protocol specification.
"""

import struct
from collections.abc import Iterator

from msgspec import Struct

from kiosk.proximity.path_loss import is_reading

EDDYSTONE_LOSS_DB = 41
"""Eddystone states its strength at 0 m; a metre takes this much of it."""

_MANUFACTURER_DATA = 0xFF
_SERVICE_DATA = 0x16
_IBEACON = b"\x4c\x00\x02\x15"
_ALTBEACON = b"\xbe\xac"
_EDDYSTONE_UID = b"\xaa\xfe\x00"
_PROXIMITY = struct.Struct(">16sHHb")  # uuid, major, minor, power: behind the four bytes that say which kind it is
_UID = struct.Struct(">b10s6s")  # power, namespace, instance


class BeaconFrame(Struct, frozen=True):
    """`device` is `uuid-major-minor` (iBeacon, AltBeacon; hex and two decimals) or `namespace-instance` (Eddystone).

    `rssi_at_1m` is dBm; `None`: the frame states none that can be.
    """

    device: str
    rssi_at_1m: float | None

    def __repr__(self) -> str:
        """Without the id, which may be somebody's."""
        return f"BeaconFrame({self.rssi_at_1m} dBm)"


def find_beacon(advert: bytes) -> BeaconFrame | None:
    """The first beacon frame among the AD structures of an advert; `None`: there is none that identifies."""
    for kind, data in _split_advert(advert):
        beacon = None
        if kind == _MANUFACTURER_DATA:
            beacon = read_manufacturer_data(data)
        elif kind == _SERVICE_DATA:
            beacon = _read_service_data(data)
        if beacon is not None:
            return beacon
    return None


def read_manufacturer_data(data: bytes) -> BeaconFrame | None:
    """The beacon in manufacturer data that begins with the company's number, as some gateways pass it on alone."""
    is_beacon = data.startswith(_IBEACON) or data[2:4] == _ALTBEACON
    if not is_beacon or len(data) < len(_IBEACON) + _PROXIMITY.size:
        return None
    uuid, major, minor, power = _PROXIMITY.unpack_from(data, len(_IBEACON))
    return BeaconFrame(name_ibeacon(uuid.hex(), major, minor), _read_power(power))


def name_ibeacon(uuid: str, major: int, minor: int) -> str:
    """The id of an iBeacon as the other gateways write it: the uuid alone is shared by all beacons of a shop."""
    return f"{uuid}-{major}-{minor}"


def _read_service_data(data: bytes) -> BeaconFrame | None:
    """Eddystone's UID frame; its URL and TLM frames identify nobody, and its EID frame changes by design."""
    if not data.startswith(_EDDYSTONE_UID) or len(data) < len(_EDDYSTONE_UID) + _UID.size:
        return None
    power, namespace, instance = _UID.unpack_from(data, len(_EDDYSTONE_UID))
    return BeaconFrame(f"{namespace.hex()}-{instance.hex()}", _read_power(power - EDDYSTONE_LOSS_DB))


def _split_advert(advert: bytes) -> Iterator[tuple[int, bytes]]:
    """The type and content of each whole AD structure: length, type, content."""
    start = 0
    while start < len(advert):
        end = start + 1 + advert[start]
        if end > len(advert) or end < start + 2:
            return
        yield advert[start + 1], advert[start + 2 : end]
        start = end


def _read_power(dbm: int) -> int | None:
    return dbm if is_reading(dbm) else None
