"""Minew G1, G2, MG3 and MG4: a batch of adverts on a topic that the user sets, as JSON or in Minew's binary forms.

Source: reelyactive/barnowl-minew (JSON-LONG and JSON-RAW), public integrations of the G1's JSON.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Raw, Struct
from msgspec.json import Decoder

from kiosk.proximity.advert import gather, observe_advert, observe_beacon, read_hex, read_ibeacon
from kiosk.proximity.lenient import Number
from kiosk.proximity.minew_frame import has_header, observe_frame
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import HEAD, OWN_STATUS, UNREADABLE, Name, parse, parse_each
from kiosk.proximity.said_at import date_by

DEFAULT_TOPIC = "/gw/+/status"
"""As the gateways come; the user may set another."""

_TOPIC = re.compile(r"/?gw/([0-9A-Fa-f]{12})/status")
_MEMBERS = re.compile(
    rb'"type"\s*:\s*"Gateway"|"(?:gatewayFree|gatewayLoad|ibeaconTxPower|bleName|rawData)"|"gateway"[^}]*\}\s*,\s*\{[^}]*"no"'
)


class _Element(Struct, rename="camel"):
    """An advert; the array's first element is the gateway instead."""

    type: Name = None
    gateway: Name = None
    mac: Name = None
    rssi: Number = None
    timestamp: object = None
    raw_data: str | None = None
    ibeacon_uuid: Name = None
    ibeacon_major: Number = None
    ibeacon_minor: Number = None
    ibeacon_tx_power: Number = None


_decoder = Decoder(list[Raw])
_element_decoder = Decoder(_Element)


def list_topics(_zones: Iterable[str]) -> tuple[str, ...]:
    """The topic of every gateway: which one speaks stands in the message."""
    return (DEFAULT_TOPIC,)


def name_device(_topic: str) -> str | None:
    """No device: a batch is about many."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is Minew's: binary by its header, JSON by members that no other make has."""
    if has_header(payload):
        return True
    is_array = payload[:HEAD].lstrip().startswith(b"[")
    return is_array and (_TOPIC.fullmatch(topic) is not None or _MEMBERS.search(payload[:HEAD]) is not None)


def observe(topic: str, payload: bytes) -> Observed:
    """Whom the gateway heard, in its own order; a device that it heard twice is there twice."""
    if has_header(payload):
        return observe_frame(payload)
    parts = parse(_decoder.decode, payload)
    if isinstance(parts, Ignored):
        return parts
    elements = parse_each(_element_decoder.decode, parts)
    adverts = [element for element in elements if not _is_gateway(element)]
    if not adverts:
        return OWN_STATUS if elements else UNREADABLE
    return gather(_observe_all(adverts, _name_zone(topic, elements)))


def _is_gateway(element: _Element) -> bool:
    return element.type == "Gateway" or (bool(element.gateway) and element.rssi is None)


def _name_zone(topic: str, elements: list[_Element]) -> str | None:
    named = _TOPIC.fullmatch(topic)
    gateways = (element.gateway or element.mac for element in elements if _is_gateway(element))
    return next(gateways, None) or (named and named[1])


def _observe_all(adverts: list[_Element], zone: str | None) -> Iterator[Observation | None]:
    for one in adverts:
        beacon = read_ibeacon(one.ibeacon_uuid, one.ibeacon_major, one.ibeacon_minor, one.ibeacon_tx_power)
        if beacon is not None:
            yield date_by(one.timestamp, observe_beacon(one.mac, zone, one.rssi, beacon))
        else:
            yield date_by(one.timestamp, observe_advert(one.mac, zone, one.rssi, read_hex(one.raw_data)))
