"""Decides which files may be shown: by what they say of themselves, and of a video by what the decoder makes of it."""

from importlib.util import find_spec
from pathlib import Path

from kiosk.contract.video import VideoFlaw
from kiosk.loyalty.failure import MediaRefused
from kiosk.loyalty.media import Kind
from kiosk.loyalty.media_check import check_media


def check_file(path: Path, kind: Kind) -> None:
    """Raises `MediaRefused`. A video takes a second, and its decoder runs in a process of its own."""
    check_media(path, kind)
    flaw = find_decoding_flaw(path) if kind == "video" else None
    if flaw:
        raise MediaRefused(flaw)


def find_decoding_flaw(path: Path) -> VideoFlaw | None:
    """Why this machine cannot play the video; `None`: it can."""
    if find_spec("PySide6.QtMultimedia") is None:
        return VideoFlaw.NO_PLAYER
    from kiosk.screen.video.examination import examine_video  # noqa: PLC0415 # only where there is a video
    from kiosk.screen.video.limits import tell_most_pixels  # noqa: PLC0415 # as said above

    return examine_video(path, tell_most_pixels())
