"""How long a downloaded video plays. Light to import: a start asks for it."""

from pathlib import Path

from kiosk.contract.video import VideoRefused
from kiosk.contract.video_file import measure_video


def find_length(path: Path) -> float | None:
    """In seconds; `None`: it may not play."""
    try:
        with path.open("rb") as file:
            return measure_video(file)
    except (VideoRefused, OSError):
        return None
