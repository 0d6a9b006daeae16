"""Pretend ESPresense nodes: the messages of the real ones, for people who walk by script."""

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import log10
from random import Random

from msgspec.json import encode

from kiosk.mqtt.address import Address
from kiosk.mqtt.link import Handlers, Link

REPORT_S = 0.5
"""A real node reports a device that moves at most so often."""
RSSI_AT_1M = -59
NOISE_DB = 1.5
_EXPONENT = 2.7
_LAG = 0.15
"""A real node's `distance` follows its `raw` slowly."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A device's way from one distance to another, before one room's node; metres and seconds."""

    room: str
    from_m: float
    to_m: float
    began_at: float
    seconds: float

    def distance_at(self, now: float) -> float:
        """Metres to the node now; who has arrived stays."""
        part = 1.0 if self.seconds <= 0 else min(1.0, max(0.0, (now - self.began_at) / self.seconds))
        return self.from_m + part * (self.to_m - self.from_m)


class PretendGateway:
    """One node in each of `rooms`, publishing what it hears until `stop`; `chance` makes the same noise each time.

    `strangers` foreign devices lie about in each room, for those who want to see them dropped.
    """

    def __init__(self, address: Address, rooms: Sequence[str], chance: Random, strangers: int = 0) -> None:
        self._chance = chance
        self._link = Link(address, f"pretend-gateway-{chance.getrandbits(32):08x}", Handlers(on_up=self._on_up), chance)
        self._walks = {
            f"stranger:{room}-{number}": Walk(room, 1.0 + number % 5, 1.0 + number % 5, 0.0, 0.0)
            for room in rooms
            for number in range(strangers)
        }
        self._smoothed: dict[str, float] = {}
        self._lock = threading.Lock()
        self._bell = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="pretend-gateway", daemon=True)

    def start(self) -> None:
        """Begin to publish."""
        self._link.start()
        self._thread.start()

    def stop(self) -> None:
        """Publish no more."""
        self._stopping = True
        self._bell.set()
        self._thread.join()
        self._link.stop()

    def approach(self, device_id: str, room: str, from_m: float, to_m: float, seconds: float) -> None:
        """Let a device come nearer (or go) at an even pace, and then stay."""
        with self._lock:
            self._walks[device_id] = Walk(room, from_m, to_m, time.monotonic(), seconds)
        self._bell.set()

    def still(self, device_id: str, room: str, distance_m: float) -> None:
        """Let a device lie there."""
        self.approach(device_id, room, distance_m, distance_m, 0.0)

    def leave(self, device_id: str) -> None:
        """Let a device fall silent; a real node says nothing either."""
        with self._lock:
            self._walks.pop(device_id, None)
            self._smoothed.pop(device_id, None)

    def _on_up(self) -> None:
        self._bell.set()

    def _run(self) -> None:
        while not self._stopping:
            self._bell.wait(REPORT_S)
            self._bell.clear()
            with self._lock:
                walks = dict(self._walks)
            now = time.monotonic()
            for device_id, walk in walks.items():
                message = self._measure(device_id, walk.distance_at(now))
                self._link.publish(f"espresense/devices/{device_id}/{walk.room}", encode(message))

    def _measure(self, device_id: str, distance_m: float) -> dict[str, str | float]:
        noise = self._chance.gauss(0, NOISE_DB)
        rssi = min(-1, round(RSSI_AT_1M - 10 * _EXPONENT * log10(max(distance_m, 0.05)) + noise))
        raw = 10 ** ((RSSI_AT_1M - rssi) / (10 * _EXPONENT))
        before = self._smoothed.get(device_id, raw)
        smoothed = self._smoothed[device_id] = before + _LAG * (raw - before)
        return {
            "mac": sha256(device_id.encode()).hexdigest()[:12],
            "id": device_id,
            "idType": 200,
            "rssi@1m": RSSI_AT_1M,
            "rssi": rssi,
            "raw": round(raw, 2),
            "distance": round(smoothed, 2),
            "var": round((smoothed - raw) ** 2, 2),
            "int": 500,
        }
