"""AprilBrother: a batch of adverts a second on a topic that the user sets, as MessagePack, JSON or in its old hex form.

Source: AprilBrother/wiki.aprbrother, the user guide of gateway V4 and the packet format of the wireless iBeacon
receiver; AprilBrother/component-ab-gateway for the JSON form.
"""

import re
import struct
from collections.abc import Iterable

from msgspec import Raw, Struct
from msgspec.json import Decoder
from msgspec.msgpack import Decoder as PackDecoder

from kiosk.proximity.advert import gather, observe_advert, read_hex
from kiosk.proximity.beacon_frame import name_ibeacon
from kiosk.proximity.lenient import Number, read_rssi
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import HEAD, NOBODY, UNREADABLE, Name, parse, parse_each

DEFAULT_TOPIC = "/gw/+"

_JSON = re.compile(rb'"raw_beacons_data"|"mid"\s*:[^{}]*"devices"\s*:\s*\[')
_PACKED = b"\xa7devices"
_PACKED_TEXT = range(0xA0, 0xC0)
_PACKED_PREFIX = {0xC4: 2, 0xC5: 3, 0xD9: 2, 0xDA: 3}
"""Bytes before the content, by the first: firmware packs a frame as binary or as text, which it is not."""
_FRAME = struct.Struct(">B6sb")  # kind of advert, address, strength; then the advert
_IBEACON_RECORD = struct.Struct(">6s16sHHbBb")  # address, uuid, major, minor, power, battery, strength
_RAW_RECORD = struct.Struct(">6sbBB")  # address, strength, kind of advert, its length; then the advert


class _Advert(Struct, array_like=True):
    kind: Number = None
    mac: Name = None
    rssi: Number = None
    advert: str | None = None


class _Message(Struct):
    """`rssi` beside `mac` is the gateway's own Wi-Fi, and so not here."""

    id: Name = None
    raw_beacons_data: str | None = None
    mac: Name = None
    devices: list[Raw] | None = None


class _Packed(Struct):
    devices: list[Raw]
    mac: Name = None


_decoder = Decoder(_Message)
_advert_decoder = Decoder(_Advert)
_pack_decoder = PackDecoder(_Packed)


def list_topics(_zones: Iterable[str]) -> tuple[str, ...]:
    """The topic of every gateway: which one speaks stands in the message."""
    return (DEFAULT_TOPIC,)


def name_device(_topic: str) -> str | None:
    """No device: a batch is about many."""
    return None


def recognise(_topic: str, payload: bytes) -> bool:
    """Whether the message is AprilBrother's: by the name of the old form, or the shape of its devices."""
    if _is_json(payload):
        return _JSON.search(payload[:HEAD]) is not None
    return payload[:1] > b"\x7f" and _PACKED in payload[:HEAD]


def observe(_topic: str, payload: bytes) -> Observed:
    """Whom the gateway heard in this batch; one that heard nobody only says that it lives."""
    if not _is_json(payload):
        batch = parse(_pack_decoder.decode, payload)
        if isinstance(batch, Ignored):
            return batch
        return _conclude([_observe_frame(_unpack(frame), batch.mac) for frame in batch.devices])
    message = parse(_decoder.decode, payload)
    if isinstance(message, Ignored):
        return message
    if message.devices is not None:
        adverts = parse_each(_advert_decoder.decode, message.devices)
        return _conclude([observe_advert(one.mac, message.mac, one.rssi, read_hex(one.advert)) for one in adverts])
    if message.raw_beacons_data is None:
        return UNREADABLE
    records = message.raw_beacons_data.split(";")
    return _conclude([_observe_record(read_hex(record), message.id) for record in records if record])


def _is_json(payload: bytes) -> bool:
    return payload[:HEAD].lstrip().startswith(b"{")


def _conclude(observed: list[Observation | None]) -> Observed:
    return gather(observed) if observed else NOBODY


def _unpack(frame: Raw) -> bytes:
    content = bytes(frame)
    if content[0] in _PACKED_TEXT:
        return content[1:]
    return content[_PACKED_PREFIX.get(content[0], len(content)) :]


def _observe_frame(frame: bytes, zone: str | None) -> Observation | None:
    if len(frame) < _FRAME.size:
        return None
    _, mac, dbm = _FRAME.unpack_from(frame)
    return observe_advert(mac.hex(), zone, dbm, frame[_FRAME.size :])


def _observe_record(record: bytes, zone: str | None) -> Observation | None:
    """The receiver's record in its iBeacon mode or, where the lengths say so, in its raw mode."""
    if len(record) == _IBEACON_RECORD.size:
        return _observe_ibeacon(record, zone)
    if len(record) < _RAW_RECORD.size:
        return None
    mac, dbm, _, length = _RAW_RECORD.unpack_from(record)
    advert = record[_RAW_RECORD.size :]
    return observe_advert(mac.hex(), zone, dbm, advert) if len(advert) == length else None


def _observe_ibeacon(record: bytes, zone: str | None) -> Observation:
    """A beacon that was decoded was heard, even where its strength was not measured."""
    mac, uuid, major, minor, power, _, dbm = _IBEACON_RECORD.unpack(record)
    alias, rssi = name_ibeacon(uuid.hex(), major, minor), read_rssi(dbm)
    return Observation(
        device=mac.hex(),
        zone=zone or None,
        rssi=rssi,
        rssi_at_1m=read_rssi(power),
        aliases=(alias,),
        in_reach=rssi is None,
    )
