"""An ESPresense node as the screen meets it: messages of the real shape, on a real broker."""

from collections.abc import Sequence

from msgspec.json import encode

from kiosk.bench.publisher import Publisher, pack_publish
from kiosk.mqtt.address import Address
from tests.doubles.bystander import Bystander, stand_by

ROOM = "home"
MAC = "5c857ef10d1c"
_RETAINED = 0x01


def name_device_topic(device: str, room: str = ROOM) -> str:
    return f"espresense/devices/{device}/{room}"


def write_sighting(device: str, metres: float, mac: str = MAC) -> bytes:
    """What ESPresense 4 publishes of a device that lies still so far away."""
    return encode(
        {
            "mac": mac,
            "id": device,
            "name": f"phone of {device}",
            "idType": 200,
            "rssi@1m": -65,
            "rssi": -58,
            "raw": metres,
            "distance": metres,
            "var": 0.02,
            "int": 512,
        }
    )


def walk_up(gateway: Bystander, device: str, room: str = ROOM, mac: str = MAC) -> None:
    """A device is heard half a metre away."""
    gateway.say(name_device_topic(device, room), write_sighting(device, 0.5, mac))


def keep_sightings(address: Address, devices: Sequence[str], room: str = ROOM) -> None:
    """The broker keeps of each device that it was heard half a metre away."""
    publisher = Publisher(address.host, address.port, "forgetful-gateway")
    for device in devices:
        frame = pack_publish(name_device_topic(device, room), write_sighting(device, 0.5))
        publisher.send(bytes((frame[0] | _RETAINED,)) + frame[1:])
    publisher.close()
    with stand_by(address, name_device_topic(devices[-1], room)) as witness:
        witness.wait_for_topic(name_device_topic(devices[-1], room))
