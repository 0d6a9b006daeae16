"""Cassia's Bluetooth gateways: each advert, or a batch of them, on `up/<gateway>/scan`.

Source: the MQTT API pages of CassiaNetworks/CassiaSDKGuide's wiki (convention, gateway status, heartbeat, BLE API) and
the scan record of its RESTful API, which the message carries as `data`.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Raw, Struct, field
from msgspec.json import Decoder

from kiosk.proximity.advert import gather, observe_advert, read_hex
from kiosk.proximity.lenient import Number
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import HEAD, NOBODY, OWN_STATUS, UNREADABLE, Name, parse, parse_each
from kiosk.proximity.said_at import date_by
from kiosk.proximity.topics import fill_topics

_TOPIC = re.compile(r"up/([^/+#]+)/(?:scan|gateway_status|heartbeat|api_reply|notification|connection_state)")
_SCAN = "data.scan"
_ACTION = re.compile(rb'"action"\s*:\s*"(?:data\.|gateway_status"|heartbeat|api_reply")')


class _Address(Struct):
    bdaddr: Name = None


class _Record(Struct, rename="camel"):
    """One advert, or the answer to a scan. A random address is one, too: whoever enrolled it is meant."""

    bdaddrs: list[_Address] = field(default_factory=list[_Address])
    rssi: Number = None
    ad_data: str | None = None
    scan_data: str | None = None


class _Message(_Record, rename="camel"):
    """A bare record, or what the gateway says of itself or, in `data`, of others."""

    action: Name = None
    gateway: Name = None
    timestamp: object = None
    data: Raw = Raw()


_decoder = Decoder(_Message)
_scan_decoder: Decoder[_Record | list[Raw]] = Decoder(_Record | list[Raw])
_record_decoder = Decoder(_Record)


def list_topics(zones: Iterable[str]) -> tuple[str, ...]:
    """What these gateways scan, and none of their answers to commands."""
    return fill_topics("up/{zone}/scan", zones)


def name_device(_topic: str) -> str | None:
    """No device: the payload has to be read."""
    return None


def recognise(topic: str, payload: bytes) -> bool:
    """Whether the message is Cassia's: by its topic, its action, or the addresses of a bare scan record."""
    by_topic = _TOPIC.fullmatch(topic) is not None and b'"gateway"' in payload
    return (
        by_topic or b'"bdaddrs"' in payload or (b'"gateway"' in payload and _ACTION.search(payload[:HEAD]) is not None)
    )


def observe(topic: str, payload: bytes) -> Observed:
    """Whom the gateway heard; its status, heartbeats and answers are nobody."""
    message = parse(_decoder.decode, payload)
    if isinstance(message, Ignored):
        return message
    if message.action not in {None, _SCAN}:
        return OWN_STATUS
    named = _TOPIC.fullmatch(topic)
    zone = message.gateway or (named and named[1])
    if message.action is None:
        return gather(_observe_all([message], zone)) if message.bdaddrs else UNREADABLE
    scan = parse(_scan_decoder.decode, bytes(message.data))
    if isinstance(scan, Ignored):
        return scan
    records = parse_each(_record_decoder.decode, scan) if isinstance(scan, list) else [scan]
    observed = [date_by(message.timestamp, one) for one in _observe_all(records, zone)]
    return gather(observed) if records else NOBODY


def _observe_all(records: Iterable[_Record], zone: str | None) -> Iterator[Observation | None]:
    for record in records:
        first, *others = (address.bdaddr for address in record.bdaddrs or (_Address(),))
        also = tuple(filter(None, others))
        yield observe_advert(first, zone, record.rssi, read_hex(record.ad_data or record.scan_data), also)
