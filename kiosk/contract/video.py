"""What a video must be to play in a loop, as far as its own table of contents tells: nothing of it is decoded here."""

from collections.abc import Callable
from enum import StrEnum

LONGEST_S = 3600.0
SHORTEST_S = 1.0

Read = Callable[[int, int], bytes]
"""From this byte on, so many bytes of the file, or fewer at its end."""


class VideoFlaw(StrEnum):
    """Why a video may not play, as codes that repeat nothing of it."""

    NO_VIDEO = "no_video"
    """Neither MP4 nor WebM, whatever its name says."""
    CUT_OFF = "cut_off"
    """It is shorter than it says itself."""
    NO_LENGTH = "no_length"
    """It does not say how long it takes: a stream, or endless."""
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    TOO_MANY_PIXELS = "too_many_video_pixels"
    NO_FRAME = "no_frame"
    """No decoder of this screen made pictures of it, or not in time."""
    NO_PLAYER = "no_player"
    """What plays videos is not installed."""


class VideoRefused(Exception):
    """A video may not play."""

    def __init__(self, flaw: VideoFlaw) -> None:
        super().__init__(flaw)
        self.flaw = flaw


def check_length(seconds: float) -> float:
    """The length if a loop can have it. Raises `VideoRefused`."""
    if not seconds > 0:  # so that what is no number is none here either
        raise VideoRefused(VideoFlaw.NO_LENGTH)
    if seconds > LONGEST_S:
        raise VideoRefused(VideoFlaw.TOO_LONG)
    if seconds < SHORTEST_S:
        raise VideoRefused(VideoFlaw.TOO_SHORT)
    return seconds
