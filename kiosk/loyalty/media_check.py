"""Decides by what a downloaded file says of itself whether it may be kept, whichever kind it is."""

from pathlib import Path

from kiosk.contract.video import VideoRefused
from kiosk.contract.video_file import measure_video
from kiosk.loyalty.failure import MediaRefused
from kiosk.loyalty.media import Kind
from kiosk.loyalty.picture import find_picture_flaw


def check_media(path: Path, kind: Kind) -> None:
    """Look at what a file says of itself, without decoding it. Raises `MediaRefused`."""
    if kind == "video":
        _check_video(path)
        return
    flaw = find_picture_flaw(path)
    if flaw:
        raise MediaRefused(flaw)


def _check_video(path: Path) -> None:
    try:
        with path.open("rb") as file:
            measure_video(file)
    except VideoRefused as refused:
        raise MediaRefused(refused.flaw) from refused
