"""Ingics iGS01 to iGS03: adverts on one topic that the user sets, as `$` lines, in JSON, or as lines inside JSON.

Source: ingics/ingics-message-parser (lib/message-parser.js and its tests), the payload format in the iGS03's manual.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.json import Decoder

from kiosk.proximity.advert import gather, observe_advert, observe_beacon, read_hex, read_ibeacon
from kiosk.proximity.lenient import Number
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import HEAD, OWN_STATUS, UNREADABLE, Name, parse, parse_text

DEFAULT_TOPIC = "ingics/gateway"

_LINE = re.compile(r"\$([0-9A-Z]{4}),([0-9A-Fa-f]{12}),([0-9A-Fa-f]{12}),(-?[0-9]{1,3}),([0-9A-Za-z.,+-]*)")
_ADVERTS = {"GPRP", "RSPR", "SRRP", "LRAD", "LRSR", "1MAD", "1MSR"}
"""Kinds of lines that report an advert or the answer to a scan; a heartbeat and a position have the same shape."""
_JSON = re.compile(
    rb'^\s*\{\s*"data"\s*:\s*\[\s*"\$[0-9A-Z]{4},|"(?:reader|gw)"\s*:\s*"[0-9A-Fa-f]{12}"\s*,\s*"tag"\s*:'
)


class _Report(Struct):
    reader: Name = None
    gw: Name = None
    tag: Name = None
    rssi: Number = None
    raw_data: str | None = None
    uuid: Name = None
    major: Number = None
    minor: Number = None
    ref_tx: Number = None


class _Message(_Report):
    """A report, or several in `data`, each as members or as a line."""

    data: list[_Report | str] | None = None


_decoder = Decoder(_Message)


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
        return text if isinstance(text, Ignored) else _read_lines(text.splitlines()) or UNREADABLE
    message = parse(_decoder.decode, payload)
    if isinstance(message, Ignored):
        return message
    if message.data is None:
        return [message] if _name_gateway(message) else UNREADABLE
    reports = [report for report in message.data if isinstance(report, _Report)]
    return reports + _read_lines([line for line in message.data if isinstance(line, str)]) or UNREADABLE


def _read_lines(lines: list[str]) -> list[_Report]:
    """What these lines report; one that is none of Ingics' is left out, and a gateway's own has no tag."""
    return [_read_line(found) for found in map(_LINE.match, lines) if found]


def _read_line(line: re.Match[str]) -> _Report:
    kind, tag, reader, rssi, rest = line.groups()
    if kind not in _ADVERTS:
        return _Report(reader=reader)
    return _Report(reader=reader, tag=tag, rssi=rssi, raw_data=rest.partition(",")[0])


def _name_gateway(report: _Report) -> str | None:
    return report.reader or report.gw


def _observe_all(reports: list[_Report]) -> Iterator[Observation | None]:
    for one in reports:
        beacon = read_ibeacon(one.uuid, one.major, one.minor, one.ref_tx)
        if beacon is not None:
            yield observe_beacon(one.tag, _name_gateway(one), one.rssi, beacon)
        else:
            yield observe_advert(one.tag, _name_gateway(one), one.rssi, read_hex(one.raw_data))
