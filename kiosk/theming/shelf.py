"""Where themes are found by name, and what stands in when one is broken."""

from pathlib import Path

from msgspec import Struct

from kiosk import settings
from kiosk.errors import FileRefused
from kiosk.places import find_shipped
from kiosk.theming.package import Theme, read_theme

BUILT_IN = "daylight"


class Found(Struct, frozen=True):
    """The theme to use; `refusal` says why it is not the one that was asked for."""

    theme: Theme
    refusal: str | None = None


def find_theme(wanted: settings.Theme) -> Found:
    """The theme of the settings, or the built-in one with the reason of the refusal.

    Raises `FileRefused` only if the built-in theme itself is broken.
    """
    try:
        return Found(read_theme(_find_folder(wanted)))
    except FileRefused as refused:
        return Found(read_theme(find_shipped("themes") / BUILT_IN), str(refused))


def _find_folder(wanted: settings.Theme) -> Path:
    shelves = [*([wanted.dir] if wanted.dir else []), find_shipped("themes")]
    for shelf in shelves:
        folder = shelf / wanted.name
        if (folder / "theme.toml").is_file():
            return folder
    message = f"{wanted.name}: no such theme"
    raise FileRefused(message)
