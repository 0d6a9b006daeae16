"""An ESPresense node as the screen meets it: messages of the real shape, on a real broker."""

from msgspec.json import encode

from tests.doubles.bystander import Bystander

ROOM = "home"
MAC = "5c857ef10d1c"


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
