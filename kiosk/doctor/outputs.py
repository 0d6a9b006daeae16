"""Checks that the display is there that the screen shall fill, by asking a process that may load Qt."""

import subprocess
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from kiosk.doctor.finding import Finding
from kiosk.doctor.looks import NAMES
from kiosk.places import PYTHON
from kiosk.settings import Settings

PART = "display"
PATIENCE_S = 20.0


class _Output(Struct, frozen=True):
    """A line of what that process says."""

    name: str
    width: int
    height: int
    is_chosen: bool


def check_outputs(settings: Settings, environ: Mapping[str, str]) -> list[Finding]:
    """Which displays there are, and whether the one of the settings is among them; nothing where there are none."""
    if not any(environ.get(name) for name in NAMES):
        return []
    wanted = settings.display.output
    outputs = _list_outputs(wanted, environ)
    if outputs is None:
        return [Finding("warn", PART, "no display opens", "see what is said of it above")]
    told = ", ".join(f"{number} {one.name} {one.width}x{one.height}" for number, one in enumerate(outputs, start=1))
    if not any(output.is_chosen for output in outputs):
        return [
            Finding("fail", PART, f"{wanted} is not among {told}", "plug it in, or set display.output to one of them")
        ]
    return [Finding("ok", PART, f"{told}; this screen fills {next(one.name for one in outputs if one.is_chosen)}")]


def _list_outputs(wanted: str | None, environ: Mapping[str, str]) -> list[_Output] | None:
    """The displays in the order of their numbers; `None`: Qt cannot open any."""
    command = (*PYTHON, "-m", "kiosk.screen.display.outputs", *([] if wanted is None else [wanted]))
    try:
        done = subprocess.run(command, env=dict(environ), capture_output=True, check=True, timeout=PATIENCE_S)  # noqa: S603 # our own module
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return None
    return [msgspec.json.decode(line, type=_Output) for line in done.stdout.splitlines()]
