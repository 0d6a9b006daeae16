"""Settings of a screen for a test, as a person would give them on the command line."""

from pathlib import Path

from kiosk.settings import Settings
from kiosk.settings.file import read_settings


def make_settings(folder: Path, *overrides: str) -> Settings:
    """A small offscreen window of the store `berlin-mitte` that reaches for nothing unless told to."""
    given = (
        "store.id=berlin-mitte",
        "screen.id=window-1",
        "screen.zones=home",
        "broker.url=mqtt://127.0.0.1:9",
        "loyalty.url=http://127.0.0.1:9",
        f"state.dir={folder / 'state'}",
        "display.fullscreen=false",
        "display.size=640x360",
    )
    return read_settings(None, {}, [*given, *overrides])
