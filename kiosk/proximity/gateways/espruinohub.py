"""EspruinoHub: a bridge whose topics name the device, `/ble/advertise/<device>` and `/ble/presence/<device>`.

Source: espruino/EspruinoHub, its README, lib/discovery.js and lib/devices.js. It never says where it stands.
"""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.json import Decoder

from kiosk.proximity.advert import gather, observe_beacon, read_hex
from kiosk.proximity.beacon_frame import read_manufacturer_data
from kiosk.proximity.lenient import Number
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import UNREADABLE, parse

_TOPICS = ("/ble/advertise/+", "/ble/presence/+")
"""Not `.../rssi`, which says the same advert once more."""
_TOPIC = re.compile(r"/?ble/(advertise|presence)/([^/]+)(/rssi)?")
_OURS = re.compile(r"/(?:hist/\w+/)?ble/")


class _Advert(Struct, rename="camel"):
    rssi: Number = None
    manufacturer_data: str | None = None


_decoder = Decoder(_Advert)
_rssi_decoder: Decoder[Number] = Decoder(Number)


def list_topics(_zones: Iterable[str]) -> tuple[str, ...]:
    """All adverts and presence, whatever the zone: these topics name none."""
    return _TOPICS


def name_device(topic: str) -> str | None:
    """The address, or the name that the user gave it; `None`: the topic is about something else."""
    found = _TOPIC.fullmatch(topic)
    return found and found[2]


def recognise(topic: str, _payload: bytes) -> bool:
    """Whether the message is EspruinoHub's: by its topics alone, since the payload may be a bare number."""
    return _OURS.match(topic) is not None or _TOPIC.fullmatch(topic) is not None


def observe(topic: str, payload: bytes) -> Observed:
    """The device in the topic, heard or gone; what its sensors measure is no evidence, and may be long stored."""
    found = _TOPIC.fullmatch(topic)
    if found is None:
        return Ignored("not about a device")
    family, device, is_bare = found.groups()
    if family == "presence":
        return _observe_presence(device, payload)
    if is_bare:
        rssi = parse(_rssi_decoder.decode, payload)
        return rssi if isinstance(rssi, Ignored) else gather([observe_beacon(device, None, rssi, None)])
    advert = parse(_decoder.decode, payload)
    if isinstance(advert, Ignored):
        return advert
    beacon = read_manufacturer_data(read_hex(advert.manufacturer_data))
    return gather([observe_beacon(device, None, advert.rssi, beacon)])


def _observe_presence(device: str, payload: bytes) -> Observed:
    """Told on change only: 1 when the hub first hears it, however far, 0 when it has not for a minute."""
    match payload.strip():
        case b"1":
            return (Observation(device, None, in_reach=True),)
        case b"0":
            return (Observation(device, None, kind="left"),)
        case _:
            return UNREADABLE
