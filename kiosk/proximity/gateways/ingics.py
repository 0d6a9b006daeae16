"""Ingics iGS01 to iGS03: adverts on one topic that the user sets, as `$` lines, in JSON, or as lines inside JSON.

Source: ingics/ingics-message-parser (lib/message-parser.js and its tests), the payload format in the iGS03's manual.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Raw, Struct
from msgspec.json import Decoder

from kiosk.proximity.advert import gather, observe_advert, observe_beacon, read_hex, read_ibeacon
from kiosk.proximity.lenient import Number
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import HEAD, OWN_STATUS, UNREADABLE, Name, parse, parse_each, parse_text
from kiosk.proximity.said_at import date_by

DEFAULT_TOPIC = "ingics/gateway"

_LINE = re.compile(r"\$([0-9A-Z]{4}),([0-9A-Fa-f]{12}),([0-9A-Fa-f]{12}),(-?[0-9]{1,3}),([0-9A-Za-z.,+-]*)")
_OWN = re.compile(r"\$([0-9A-Z]{4}),([0-9A-Fa-f]{12})")
_ADVERTS = {"GPRP", "RSPR", "SRRP", "LRAD", "LRSR", "1MAD", "1MSR"}
"""Kinds of lines that report an advert or the answer to a scan; a heartbeat and a position have the same shape."""
_JSON = re.compile(
    rb'^\s*(?:\{\s*"data"\s*:\s*)?\[?\s*"\$[0-9A-Z]{4},|"(?:reader|gw)"\s*:\s*"[0-9A-Fa-f]{12}"\s*,\s*"tag"\s*:'
)


class _Report(Struct):
    reader: Name = None
    gw: Name = None
    tag: Name = None
    rssi: Number = None
    ts: object = None
    raw_data: str | None = None
    uuid: Name = None
    major: Number = None
    minor: Number = None
    ref_tx: Number = None


class _Message(_Report):
    """A report, or several in `data`, each as members or as a line."""

    data: list[Raw] | str | None = None


_decoder: Decoder[_Message | list[Raw]] = Decoder(_Message | list[Raw])
_part_decoder: Decoder[_Report | str] = Decoder(_Report | str)


def list_topics(_zones: Iterable[str]) -> tuple[str, ...]:
    """The one topic of all gateways: which one speaks stands in the message."""
    return (DEFAULT_TOPIC,)


def name_device(_topic: str) -> str | None:
    """No device: the payload has to be read."""
    return None


def recognise(_topic: str, payload: bytes) -> bool:
    """Whether the message is Ingics': a line's shape, or a tag beside its reader."""
    if payload.startswith(b"$"):
        return _LINE.match(payload[:64].decode(errors="replace")) is not None
    return _JSON.search(payload[:HEAD]) is not None


def observe(_topic: str, payload: bytes) -> Observed:
    """Whom the gateways in this batch heard; heartbeats and the gateways' own positions are nobody."""
    reports = _list_reports(payload)
    if isinstance(reports, Ignored):
        return reports
    adverts = [report for report in reports if report.tag and report.tag != _name_gateway(report)]
    return gather(_observe_all(adverts)) if adverts else OWN_STATUS


def _list_reports(payload: bytes) -> list[_Report] | Ignored:
    if payload.startswith(b"$"):
        text = parse_text(payload)
        return text if isinstance(text, Ignored) else _read_lines(text) or UNREADABLE
    message = parse(_decoder.decode, payload)
    if isinstance(message, Ignored):
        return message
    if isinstance(message, list):
        return _read_parts(message) or UNREADABLE
    if message.data is None:
        return [message] if _name_gateway(message) else UNREADABLE
    return (_read_lines(message.data) if isinstance(message.data, str) else _read_parts(message.data)) or UNREADABLE


def _read_parts(parts: list[Raw]) -> list[_Report]:
    found = parse_each(_part_decoder.decode, parts)
    return [report for part in found for report in (_read_lines(part) if isinstance(part, str) else [part])]


def _read_lines(text: str) -> list[_Report]:
    """What these lines report; one that is none of Ingics' is left out, and a gateway's own has no tag."""
    reports = map(_read_line, text.splitlines())
    return [report for report in reports if report is not None]


def _read_line(line: str) -> _Report | None:
    own = _OWN.match(line)
    if own is not None and own[1] not in _ADVERTS:
        return _Report(reader=own[2])
    found = _LINE.match(line)
    if found is None:
        return None
    _, tag, reader, rssi, rest = found.groups()
    advert, _, ts = rest.partition(",")
    return _Report(reader=reader, tag=tag, rssi=rssi, raw_data=advert, ts=ts)


def _name_gateway(report: _Report) -> str | None:
    return report.reader or report.gw


def _observe_all(reports: list[_Report]) -> Iterator[Observation | None]:
    for one in reports:
        beacon = read_ibeacon(one.uuid, one.major, one.minor, one.ref_tx)
        if beacon is not None:
            yield date_by(one.ts, observe_beacon(one.tag, _name_gateway(one), one.rssi, beacon))
        else:
            yield date_by(one.ts, observe_advert(one.tag, _name_gateway(one), one.rssi, read_hex(one.raw_data)))
