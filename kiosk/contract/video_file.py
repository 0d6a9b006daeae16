"""Measures a video of either kind that a loop plays: MP4 and WebM are what cameras, editors and browsers make."""

from typing import BinaryIO, Literal

from kiosk.contract.mp4 import measure_mp4
from kiosk.contract.video import VideoFlaw, VideoRefused, check_length
from kiosk.contract.webm import measure_webm

_END = 2
"""To seek from; its name stands in `os`, which this room does without."""

_MP4_MARK = b"ftyp"
_WEBM_MARK = b"\x1a\x45\xdf\xa3"


def name_container(head: bytes) -> Literal["mp4", "webm"] | None:
    """What a file of this kind is usually called at its end, by its first eight bytes; `None` for any other file."""
    if head[4:8] == _MP4_MARK:
        return "mp4"
    return "webm" if head[:4] == _WEBM_MARK else None


def measure_video(file: BinaryIO) -> float:
    """How many seconds it plays. Total: whatever the bytes, it answers, and reads but a few of them.

    Raises `VideoRefused`, or what the file raises.
    """

    def read(start: int, length: int) -> bytes:
        file.seek(start)
        return file.read(length)

    size = file.seek(0, _END)
    container = name_container(read(0, 8))
    if container is None:
        raise VideoRefused(VideoFlaw.NO_VIDEO)
    measure = measure_mp4 if container == "mp4" else measure_webm
    return check_length(measure(read, size))
