"""Checks what the screen looks like: theme, fonts and display."""

from collections.abc import Mapping

from kiosk.app.display import check_display as probe_display
from kiosk.app.theme.worn import NOT_FETCHED, find_worn
from kiosk.doctor.finding import Finding
from kiosk.errors import FileRefused, KioskError
from kiosk.places import find_shipped
from kiosk.settings import Settings

NAMES = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
"""The variables that say where there is a display, the one first that Qt believes first."""


def check_theme(settings: Settings) -> list[Finding]:
    """Which theme a start wears, and by whose choice."""
    part = "theme"
    try:
        worn = find_worn(settings.theme, settings.state.dir)
    except FileRefused as refusal:
        return [Finding("fail", part, str(refusal), "install the program anew: its own theme is broken")]
    if worn.refusal:
        is_coming = worn.fault == NOT_FETCHED
        until = "it is fetched anew, once the loyalty API is there" if is_coming else "that is mended"
        return [Finding("warn", part, worn.refusal, f"{worn.theme.name} stands in until {until}")]
    return [Finding("ok", part, f"{worn.theme.name}, chosen by {worn.chosen_by}")]


def check_fonts() -> list[Finding]:
    """Whether the shipped fonts are there."""
    fonts = sorted(path.name for path in (find_shipped("assets") / "fonts").glob("*.ttf"))
    if not fonts:
        return [Finding("fail", "fonts", "the shipped fonts are missing", "install the program anew")]
    return [Finding("ok", "fonts", f"{len(fonts)} shipped")]


def check_display(environ: Mapping[str, str]) -> list[Finding]:
    """Whether there is a display to show anything on."""
    part = "display"
    try:
        probe_display(environ)
    except KioskError as refusal:
        return [Finding("fail", part, str(refusal))]
    for name in NAMES:
        if environ.get(name):
            return [Finding("ok", part, f"{name}={environ[name]}")]
    return [Finding("warn", part, "none", "start it in a session with a display, else it renders in memory only")]
