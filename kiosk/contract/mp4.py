"""How long an MP4 takes, and whether it is there to its end.

Source: ISO/IEC 14496-12, "ISO base media file format", 4.2 (boxes), 8.2.2 (`mvhd`) and 8.8.2 (`mehd`).
"""

from collections.abc import Iterator

from msgspec import Struct

from kiosk.contract.video import Read, VideoFlaw, VideoRefused

MOST_BOXES = 10_000
"""An hour in fragments of a second has fewer."""

_HEAD = 8
_LARGE_HEAD = 16


class Box(Struct, frozen=True):
    """A box: its kind, and where its content begins and ends, in bytes of the file."""

    kind: bytes
    start: int
    end: int


def measure_mp4(read: Read, size: int) -> float:
    """Its length in seconds, 0 where it says none; `size` is the file's, in bytes. Raises `VideoRefused`."""
    boxes = list(_list_boxes(read, 0, size))
    movie = _find(boxes, b"moov")
    if movie is None:
        raise VideoRefused(VideoFlaw.CUT_OFF)
    parts = list(_list_boxes(read, movie.start, movie.end))
    header = _find(parts, b"mvhd")
    if header is None:
        raise VideoRefused(VideoFlaw.NO_LENGTH)
    scale, length = _read_header(read(header.start, 32))
    if length == 0:
        length = _read_fragments(read, _find(parts, b"mvex"))
    return length / scale if scale else 0.0


def _list_boxes(read: Read, start: int, end: int) -> Iterator[Box]:
    """The boxes that lie side by side between these bytes. Raises `VideoRefused` where they do not fit in."""
    for _ in range(MOST_BOXES):
        if start >= end:
            return
        box = _read_box(read(start, _LARGE_HEAD), start, end)
        yield box
        start = box.end
    raise VideoRefused(VideoFlaw.TOO_LONG)


def _read_box(head: bytes, start: int, end: int) -> Box:
    length, content = int.from_bytes(head[:4]), start + _HEAD
    if length == 0:  # to the end of what holds it
        length = end - start
    elif length == 1:
        length, content = int.from_bytes(head[8:16]), start + _LARGE_HEAD
    if start + length < content or start + length > end:
        raise VideoRefused(VideoFlaw.CUT_OFF)
    return Box(head[4:8], content, start + length)


def _find(boxes: list[Box], kind: bytes) -> Box | None:
    return next((box for box in boxes if box.kind == kind), None)


def _read_header(content: bytes) -> tuple[int, int]:
    """Units in a second, and the length in them; an unknown length has all bits set, and is none."""
    wide = content[:1] == b"\x01"
    scale, length = (content[20:24], content[24:32]) if wide else (content[12:16], content[16:20])
    unknown = not length.strip(b"\xff")
    return int.from_bytes(scale), 0 if unknown else int.from_bytes(length)


def _read_fragments(read: Read, extends: Box | None) -> int:
    """The length of all fragments together, where they are announced."""
    boxes = list(_list_boxes(read, extends.start, extends.end)) if extends else []
    header = _find(boxes, b"mehd")
    content = read(header.start, 12) if header else b""
    return int.from_bytes(content[4:12] if content[:1] == b"\x01" else content[4:8])
