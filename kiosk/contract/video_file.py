"""Measures a video of either kind that a loop plays: MP4 and WebM are what cameras, editors and browsers make."""

from typing import BinaryIO

from kiosk.contract.mp4 import measure_mp4
from kiosk.contract.video import VideoFlaw, VideoRefused, check_length
from kiosk.contract.webm import measure_webm

_END = 2
"""To seek from; its name stands in `os`, which this room does without."""

_MP4_MARK = b"ftyp"
_WEBM_MARK = b"\x1a\x45\xdf\xa3"


def measure_video(file: BinaryIO) -> float:
    """How many seconds it plays. Total: whatever the bytes, it answers, and reads but a few of them.

    Raises `VideoRefused`, or what the file raises.
    """

    def read(start: int, length: int) -> bytes:
        file.seek(start)
        return file.read(length)

    size = file.seek(0, _END)
    head = read(0, 8)
    if head[4:8] == _MP4_MARK:
        return check_length(measure_mp4(read, size))
    if head[:4] == _WEBM_MARK:
        return check_length(measure_webm(read, size))
    raise VideoRefused(VideoFlaw.NO_VIDEO)
