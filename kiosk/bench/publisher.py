"""Publishes what gateways would, as fast as a socket takes it: a client library would be measured too."""

import hashlib
import socket
from collections.abc import Iterable

from msgspec.json import encode

from kiosk.bench.bare_offer import ZONE
from kiosk.errors import KioskError
from kiosk.mqtt.frames import DISCONNECT, make_connect

ANSWER_S = 5.0
_WELCOME = b"\x20\x02\x00\x00"
_PUBLISH = 0x30
_SEVEN_BITS = 0x7F


class Publisher:
    """One connection at QoS 0, without keep-alive. Raises `KioskError` where the broker does not let it in."""

    def __init__(self, host: str, port: int, client_id: str) -> None:
        self._line = socket.create_connection((host, port), ANSWER_S)
        self._line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._line.sendall(make_connect(client_id, 0, None, None))
        if self._line.recv(len(_WELCOME)) != _WELCOME:
            self._line.close()
            message = "the broker does not let the bench in"
            raise KioskError(message)

    def send(self, frames: bytes) -> None:
        """Publish these frames."""
        self._line.sendall(frames)

    def close(self) -> None:
        """Hang up."""
        self._line.sendall(DISCONNECT)
        self._line.close()


def write_sighting(beacon: str, distance_m: float, zone: str = ZONE) -> bytes:
    """The frame of an ESPresense node in this zone that hears this beacon so far away.

    Source: ESPresense src/BleFingerprint.cpp, which sends about as many bytes.
    """
    message = {
        "mac": hashlib.sha256(beacon.encode()).hexdigest()[:12],
        "id": beacon,
        "disc": "apple:1005:9-26",
        "idType": 200,
        "rssi@1m": -59,
        "rssi": -61,
        "rxAdj": 0,
        "rssiVar": 1.42,
        "raw": distance_m,
        "distance": distance_m,
        "var": 0.03,
        "int": 500,
    }
    return pack_publish(f"espresense/devices/{beacon}/{zone}", encode(message))


def pack_publish(topic: str, payload: bytes) -> bytes:
    """An MQTT message at QoS 0 as one frame. Source: OASIS MQTT Version 3.1.1, section 3.3."""
    name = topic.encode()
    body = len(name).to_bytes(2, "big") + name + payload
    return bytes((_PUBLISH, *_pack_length(len(body)))) + body


def _pack_length(length: int) -> Iterable[int]:
    while length > _SEVEN_BITS:
        yield length & _SEVEN_BITS | 0x80
        length >>= 7
    yield length
