"""A switch of themes that nobody looks at."""

from pathlib import Path

from kiosk import settings
from kiosk.app.theme.choice import ThemeFile
from kiosk.app.theme.packages import PackageFolder
from kiosk.app.theme.switch import ThemeSwitch
from kiosk.fleet.status import Status


def make_theme_switch(folder: Path, status: Status) -> ThemeSwitch:
    state = folder / "state"
    return ThemeSwitch(settings.Theme(), ThemeFile(state), PackageFolder(state), status, lambda: None)
