"""Checks that bookmarks can be kept."""

import os
import shutil
import tempfile
from pathlib import Path

from kiosk.doctor.finding import Finding
from kiosk.settings import Settings

PART = "disk"
SPARE_BYTES = 200_000_000
"""Room beside the pictures, for bookmarks and logs."""


def check_disk(settings: Settings) -> list[Finding]:
    """Whether the state folder can be written to, and has room."""
    folder = _find_existing(settings.state.dir)
    try:
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(b"vitrine")
            trial.flush()
            os.fsync(trial.fileno())
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        advice = "set state.dir to a folder that this user may write to, or no tap can be kept"
        return [Finding("fail", PART, f"{folder} cannot be written to ({reason})", advice)]
    return [_check_room(folder, settings.loyalty.media_mb * 1_000_000)]


def _find_existing(folder: Path) -> Path:
    """The folder, or the nearest one above it: the screen makes its own, for the user that it runs as."""
    return next(path for path in (folder, *folder.parents) if path.exists())


def _check_room(folder: Path, media_bytes: int) -> Finding:
    free = shutil.disk_usage(folder).free
    seen = f"{folder} has {free / 1e9:.1f} GB free"
    if free < SPARE_BYTES:
        return Finding("fail", PART, seen, "make room, or no tap can be kept")
    if free < media_bytes + SPARE_BYTES:
        return Finding("warn", PART, seen, "make room, or set loyalty.media_mb lower")
    return Finding("ok", PART, seen)
