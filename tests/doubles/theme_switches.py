"""A switch of themes that nobody looks at."""

from pathlib import Path

from kiosk import settings
from kiosk.app.files.theme import ThemeFile
from kiosk.app.files.theme_packages import PackageFolder
from kiosk.app.theme_switch import ThemeSwitch
from kiosk.fleet.status import Status


def make_theme_switch(folder: Path, status: Status) -> ThemeSwitch:
    state = folder / "state"
    return ThemeSwitch(settings.Theme(), ThemeFile(state), PackageFolder(state), status, lambda: None)
