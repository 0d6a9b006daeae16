"""Reads the two binary forms of Minew's gateways, which hold a batch of adverts as JSON does in half the bytes.

Source: reelyactive/barnowl-minew, lib/binarypacketdecoder.js (BINARY-LONG) and lib/connectpacketdecoder.js
(MINEW-CONNECT). A strength is one signed byte, as in that decoder's test.
"""

import struct
from collections.abc import Iterator

from kiosk.proximity.advert import gather, observe_advert
from kiosk.proximity.lenient import LARGEST_PAYLOAD
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import OWN_STATUS, UNREADABLE
from kiosk.proximity.path_loss import is_reading

_LONG = struct.Struct(">2sI6sH")  # header, length of all, gateway, number of devices
_DEVICE = struct.Struct(">6sH")  # address, number of packets
_PACKET_END = struct.Struct(">Bb")  # kind of address, strength
_TAIL = b"\xdd"
_CONNECT = struct.Struct("<2s4xI4x2s4x")  # header, length of all, header of the body
_ADVERT = struct.Struct("<HBB6sbB")  # length of the rest, receiver, flags, address, strength, length of the content


class _Torn(Exception):
    """The frame's parts do not add up to its length."""


def has_header(payload: bytes) -> bool:
    """Whether these bytes begin as a binary form does, and state their own length."""
    return _is_long(payload) or _is_connect(payload)


def observe_frame(payload: bytes) -> Observed:
    """Whom the gateway heard: in the long form once a device, with the mean of the batch's strengths."""
    if len(payload) > LARGEST_PAYLOAD:
        return Ignored("too large", broken=True)
    read = _read_long if _is_long(payload) else _read_connect
    try:
        observed = list(read(payload))
    except (struct.error, _Torn):
        return UNREADABLE
    return gather(observed) if observed else OWN_STATUS


def _is_long(payload: bytes) -> bool:
    if len(payload) <= _LONG.size or not payload.endswith(_TAIL):
        return False
    header, length, _, _ = _LONG.unpack_from(payload)
    return bool(header == b"\xbb\x01" and length == len(payload))


def _is_connect(payload: bytes) -> bool:
    if len(payload) < _CONNECT.size:
        return False
    header, length, body = _CONNECT.unpack_from(payload)
    return bool(header == b"\xbb\x02" and length == len(payload) and body == b"\x84\x3e")


def _read_long(payload: bytes) -> Iterator[Observation | None]:
    _, _, gateway, devices = _LONG.unpack_from(payload)
    start = _LONG.size
    for _ in range(devices):
        mac, packets = _DEVICE.unpack_from(payload, start)
        start += _DEVICE.size
        heard, adverts = list[int](), b""
        for _ in range(packets):
            advert, dbm, start = _read_packet(payload, start)
            adverts += advert
            if is_reading(dbm):
                heard.append(dbm)
        yield observe_advert(mac.hex(), gateway.hex(), round(sum(heard) / len(heard)) if heard else None, adverts)
    if start != len(payload) - len(_TAIL):
        raise _Torn


def _read_packet(payload: bytes, start: int) -> tuple[bytes, int, int]:
    """A packet's advert, its strength in dBm and where the next one begins."""
    (length,) = struct.unpack_from("B", payload, start)
    end = start + 1 + length
    _, dbm = _PACKET_END.unpack_from(payload, end)
    return payload[start + 1 : end], dbm, end + _PACKET_END.size


def _read_connect(payload: bytes) -> Iterator[Observation | None]:
    """The receiver is a number among the gateway's own radios: which gateway it is, the frame does not say."""
    start = _CONNECT.size
    while start < len(payload):
        length, _, _, mac, dbm, content = _ADVERT.unpack_from(payload, start)
        first, start = start + _ADVERT.size, start + 2 + length
        if not first + content <= start <= len(payload):
            raise _Torn
        yield observe_advert(mac.hex(), None, dbm, payload[first : first + content])
