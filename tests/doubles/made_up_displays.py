"""Displays that Qt makes up in memory, for programs that only want to know which there are."""

import json
import os
from pathlib import Path

HDMI = {"name": "HDMI-1", "x": 0, "y": 0, "width": 1280, "height": 720}
DP = {"name": "DP-2", "x": 1280, "y": 0, "width": 720, "height": 1280}


def make_environment(folder: Path) -> dict[str, str]:
    """The environment of a program that sees these two."""
    file = folder / "displays.json"
    common = {"logicalDpi": 96, "dpr": 1}
    file.write_text(json.dumps({"screens": [{**HDMI, **common}, {**DP, **common}]}))
    return {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"}
