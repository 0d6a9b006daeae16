"""Makes an observation of one Bluetooth advert as gateways relay it: address, strength and the advert's own bytes."""

from collections.abc import Iterable

from kiosk.proximity.beacon_frame import BeaconFrame, find_beacon, name_ibeacon
from kiosk.proximity.lenient import Number, read_number, read_rssi
from kiosk.proximity.observation import Ignored, Observation, Observed


def observe_advert(
    mac: str | None, zone: str | None, rssi: Number, advert: bytes = b"", also: tuple[str, ...] = ()
) -> Observation | None:
    """What an advert from this address says; `None`: it names no sender, or nobody measured how strong it was.

    `also` are further ids of the sender.
    """
    return observe_beacon(mac, zone, rssi, find_beacon(advert), also)


def observe_beacon(
    device: str | None, zone: str | None, rssi: Number, beacon: BeaconFrame | None, also: tuple[str, ...] = ()
) -> Observation | None:
    """The same where the beacon in the advert is read already; it is one more id of the sender."""
    strength = read_rssi(rssi)
    if not device or device.isspace() or strength is None:
        return None
    if beacon is None:
        return Observation(device, zone or None, rssi=strength, aliases=also)
    aliases = (*also, beacon.device)
    return Observation(device, zone or None, rssi=strength, rssi_at_1m=beacon.rssi_at_1m, aliases=aliases)


def read_ibeacon(uuid: str | None, major: Number, minor: Number, power: Number) -> BeaconFrame | None:
    """The iBeacon that a gateway has decoded itself; `None`: the message holds none that is whole."""
    numbers = read_number(major), read_number(minor)
    if not uuid or numbers[0] is None or numbers[1] is None:
        return None
    return BeaconFrame(name_ibeacon(uuid, int(numbers[0]), int(numbers[1])), read_rssi(power))


def gather(observations: Iterable[Observation | None]) -> Observed:
    """A batch as it is observed: without those that came to nothing, and refused where none is left."""
    usable = tuple(observation for observation in observations if observation is not None)
    return usable or Ignored("no signal strength")


def read_hex(text: str | None) -> bytes:
    """The bytes that hex digits stand for, spaces between them allowed; none where there is anything else."""
    try:
        return bytes.fromhex(text or "")
    except ValueError:
        return b""
