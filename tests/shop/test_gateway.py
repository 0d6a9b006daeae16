import time
from itertools import pairwise

import pytest
from msgspec.json import decode

from kiosk.mqtt.address import Address
from kiosk.proximity.gateways.espresense import name_device, observe
from kiosk.proximity.observation import Ignored
from kiosk.shop.broker import RunningBroker
from kiosk.shop.gateway import PretendGateway, Walk
from tests.doubles.bystander import stand_by
from tests.doubles.chance import seed_chance

CARD = "iBeacon:5ca1ab1e-1-7"


@pytest.mark.parametrize(("now", "distance_m"), [(5, 8), (10, 8), (12, 4.5), (14, 1), (99, 1)])
def test_who_walks_goes_evenly_and_then_stays(now: float, distance_m: float) -> None:
    assert Walk("shoes", from_m=8, to_m=1, began_at=10, seconds=4).distance_at(now) == distance_m


def test_an_approach_is_published_as_espresense_would(broker: RunningBroker) -> None:
    address = Address(broker.host, broker.port)
    gateway = PretendGateway(address, ["walk"], seed_chance())
    with stand_by(address, "espresense/devices/+/walk") as one:
        gateway.start()
        gateway.approach(CARD, "walk", 8.0, 0.5, 1.0)
        payloads = one.wait_for_topic(f"espresense/devices/{CARD}/walk", times=5)
        gateway.stop()

    assert _distance(payloads[0]) > 3
    assert _distance(payloads[-1]) < 1
    assert set(decode(payloads[0])) == {"mac", "id", "idType", "rssi@1m", "rssi", "raw", "distance", "var", "int"}


def _distance(payload: bytes) -> float:
    observed = observe(f"espresense/devices/{CARD}/walk", payload)
    assert not isinstance(observed, Ignored)
    assert observed[0].fast_m is not None
    return observed[0].fast_m


def test_who_leaves_falls_silent_while_strangers_go_on(broker: RunningBroker) -> None:
    address = Address(broker.host, broker.port)
    gateway = PretendGateway(address, ["crowd"], seed_chance(), strangers=3)
    with stand_by(address, "espresense/devices/+/crowd") as one:
        gateway.start()
        gateway.still(CARD, "crowd", 1.0)
        one.wait_for_topic(f"espresense/devices/{CARD}/crowd")
        gateway.leave(CARD)
        began = time.monotonic()
        one.wait_for_topic("espresense/devices/stranger:crowd-0/crowd", times=6)
        gateway.stop()
        devices = [device for topic, _ in one.heard.read() if (device := name_device(topic))]

    assert time.monotonic() > began
    assert {device for device in devices if device != CARD} == {f"stranger:crowd-{number}" for number in range(3)}
    assert CARD not in devices[-9:]


def test_the_same_chance_makes_the_same_noise(broker: RunningBroker) -> None:
    def record() -> list[bytes]:
        address = Address(broker.host, broker.port)
        gateway = PretendGateway(address, ["noise"], seed_chance(7))
        with stand_by(address, "espresense/devices/+/noise") as one:
            gateway.start()
            gateway.still(CARD, "noise", 2.0)
            payloads = one.wait_for_topic(f"espresense/devices/{CARD}/noise", times=3)
            gateway.stop()
        return payloads

    first, second = record(), record()

    assert any(one != other for one, other in pairwise(first))
    assert len({*first} & {*second}) >= 2
