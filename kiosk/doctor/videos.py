"""Checks whether this machine can play the videos of a loop."""

import subprocess
from importlib.util import find_spec

from kiosk.doctor.finding import Finding
from kiosk.places import PYTHON, tell_install

PART = "video"
LOAD_S = 30.0
_LOAD = (*PYTHON, "-c", "import PySide6.QtMultimedia")


def check_videos(load: tuple[str, ...] = _LOAD) -> list[Finding]:
    """Whether what plays them is there, and loads; a loop without any needs neither."""
    if find_spec("PySide6.QtMultimedia") is None:
        return [
            Finding("ok", PART, "QtMultimedia is not there, and videos are passed over", tell_install("multimedia"))
        ]
    try:
        subprocess.run(load, check=True, capture_output=True, timeout=LOAD_S)  # noqa: S603 # Python itself
    except (OSError, subprocess.SubprocessError):
        advice = "install libpulse0, libdrm2, libxext6 and libxrandr2, or what your system calls them"
        return [Finding("warn", PART, "QtMultimedia does not load, and videos are passed over", advice)]
    return [Finding("ok", PART, "QtMultimedia plays them")]
