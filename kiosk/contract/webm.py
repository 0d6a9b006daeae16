"""How long a WebM takes, and whether it is there to its end.

Sources: RFC 8794, "Extensible Binary Meta Language", 4 and 5 (variable size integers, element ids); RFC 9559,
"Matroska Media Container Format Specification", 5.1 (`Segment`, `Info`, `TimestampScale`, `Duration`).
"""

import struct
from collections.abc import Iterator
from math import isfinite

from msgspec import Struct

from kiosk.contract.video import Read, VideoFlaw, VideoRefused

MOST_ELEMENTS = 100
"""Before the first picture there are a dozen."""

_SEGMENT, _INFO, _CLUSTER = 0x18538067, 0x1549A966, 0x1F43B675
_SCALE, _DURATION = 0x2AD7B1, 0x4489
_NANOSECONDS = 1e9
_USUAL_SCALE = 1_000_000
_LONGEST_HEAD = 12
_LONGEST_ID = 4


class Element(Struct, frozen=True):
    """An element: its id, and where its content begins and ends; `end` is `None` where it is not said."""

    id: int
    start: int
    end: int | None


def measure_webm(read: Read, size: int) -> float:
    """Its length in seconds, 0 where it says none; `size` is the file's, in bytes. Raises `VideoRefused`."""
    segment = _find(_list_elements(read, 0, size), _SEGMENT)
    if segment is None or (segment.end is not None and segment.end > size):
        raise VideoRefused(VideoFlaw.CUT_OFF)
    info = _find(_list_elements(read, segment.start, segment.end or size), _INFO)
    if info is None or info.end is None:
        return 0.0
    parts = _list_elements(read, info.start, info.end)
    values = {part.id: read(part.start, min(part.end - part.start, 8)) for part in parts if part.end}
    scale = int.from_bytes(values[_SCALE]) if _SCALE in values else _USUAL_SCALE
    return _read_float(values.get(_DURATION, b"")) * scale / _NANOSECONDS


def _find(elements: Iterator[Element], id_: int) -> Element | None:
    return next((one for one in elements if one.id == id_), None)


def _list_elements(read: Read, start: int, end: int) -> Iterator[Element]:
    """The elements that lie side by side between these bytes, up to the first picture."""
    for _ in range(MOST_ELEMENTS):
        element = _read_element(read(start, _LONGEST_HEAD), start) if start < end else None
        if element is None or element.id == _CLUSTER:
            return
        yield element
        if element.end is None:
            return
        start = element.end


def _read_element(head: bytes, start: int) -> Element | None:
    """`None`: these bytes begin no element."""
    id_width = _tell_width(head)
    size_width = _tell_width(head[id_width:])
    if id_width > _LONGEST_ID or len(head) < id_width + size_width:
        return None
    content = start + id_width + size_width
    most = (1 << 7 * size_width) - 1
    size = int.from_bytes(head[id_width : id_width + size_width]) & most
    return Element(int.from_bytes(head[:id_width]), content, None if size == most else content + size)


def _tell_width(head: bytes) -> int:
    """Of the integer that begins here, in bytes: one more than it has leading zero bits."""
    return 9 - head[0].bit_length() if head else _LONGEST_HEAD + 1


def _read_float(content: bytes) -> float:
    kind = {4: ">f", 8: ">d"}.get(len(content))
    value = struct.unpack(kind, content)[0] if kind else 0.0
    return value if isfinite(value) else 0.0
