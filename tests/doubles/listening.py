"""A feed that listens on a real broker, and a gateway that tells it of devices."""

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass

from msgspec.json import encode

from kiosk.contract.credential import hash_id, normalise_proximity_id
from kiosk.contract.shopper import Shopper
from kiosk.mqtt.address import Address
from kiosk.proximity.calibration import Calibration
from kiosk.proximity.feed import Feed, Hearing
from kiosk.proximity.makes import PROFILES
from kiosk.proximity.profile import Profile
from kiosk.proximity.sighting import Sighting
from kiosk.settings.proximity import Gateway
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.notebook import FaultBook, Notebook

KEY = bytes(range(32))
OWN = "iBeacon:e5ca1ade-0007-1"


def enrol(*devices: str, shopper: str = "s_1") -> dict[str, Shopper]:
    digests = tuple(hash_id(KEY, "proximity", normalise_proximity_id(device)) for device in devices)
    return {shopper: Shopper(shopper, proximity=digests, consents=frozenset({"proximity"}))}


@dataclass(frozen=True)
class Listening:
    """A feed, how often it woke the screen, and its faults."""

    feed: Feed
    woken: Notebook[str]
    faults: FaultBook

    def wait_for_sightings(self, times: int = 1) -> list[Sighting]:
        self.woken.wait_for("wake", times)
        return self.feed.drain()


@contextmanager
def listen(
    address: Address,
    zone: str,
    profile: Profile = PROFILES["espresense"],
    tell_epoch: Callable[[], float] = time.time,
) -> Generator[Listening]:
    """One that shopper s_1 is known to, by the device `OWN`."""
    woken, faults = Notebook[str](), FaultBook()
    calibration = Calibration((zone,), {"*": Gateway(zone)})
    hearing = Hearing(profile, calibration, f"feed-{id(woken)}", KEY, tell_epoch)
    feed = Feed(address, hearing, lambda: woken.write("wake"), faults, time.monotonic)
    feed.set_shoppers(enrol(OWN))
    feed.start()
    try:
        yield Listening(feed, woken, faults)
    finally:
        feed.stop()


@contextmanager
def open_shop(
    broker: RunningBroker, zone: str, profile: Profile = PROFILES["espresense"]
) -> Generator[tuple[Listening, Bystander]]:
    """The same once it hears, and a gateway."""
    address = Address(broker.host, broker.port)
    with listen(address, zone, profile) as listening, stand_by(address) as gateway:
        listening.faults.wait_for(("broker", None))
        yield listening, gateway


def tell(gateway: Bystander, device: str, zone: str, payload: bytes | None = None, *, kept: bool = False) -> None:
    message = {"id": device, "rssi@1m": -59, "rssi": -62, "raw": 1.3, "distance": 4.0, "int": 500}
    gateway.say(f"espresense/devices/{device}/{zone}", encode(message) if payload is None else payload, kept=kept)
