"""Brings a theme that somebody asked for from the shelf to the glass."""

import logging
from collections import deque
from collections.abc import Callable

from msgspec.structs import replace

from kiosk.app.theme.choice import ChosenTheme, ThemeFile
from kiosk.app.theme.packages import Download, PackageFolder
from kiosk.errors import FileRefused
from kiosk.fleet.command import ThemePackages
from kiosk.fleet.messages import Reason
from kiosk.fleet.status import Status
from kiosk.settings import Settings
from kiosk.settings import Theme as WantedTheme
from kiosk.theming.package import Theme
from kiosk.theming.shelf import Shelf, ThemeMissing

_log = logging.getLogger(__name__)


class ThemeSwitch:
    """Reads on the asker's thread, which is slow, and dresses on the glass's. `file` keeps it for the next start.

    `packages` are the themes that were fetched. `wake` asks for `bring` to be called on the glass's thread.
    """

    def __init__(
        self,
        wanted: WantedTheme,
        file: ThemeFile,
        packages: PackageFolder,
        status: Status,
        wake: Callable[[], None],
    ) -> None:
        self._wanted = wanted
        self._file = file
        self._packages = packages
        self._status = status
        self._wake = wake
        self._chosen: deque[Theme] = deque(maxlen=1)

    def find_lost(self) -> ChosenTheme | None:
        """What was chosen last, where not all of it is here and whole any more."""
        chosen = self._file.recall()
        return None if self._packages.has_all(chosen.packages) else chosen

    def fetch(self, choice: ChosenTheme, download: Download) -> None:
        """Have what it needs beside the shelf here. Raises `MediaRefused`, or what `download` raises."""
        self._packages.fetch(choice.packages, self._file.recall().packages, download)

    def knows(self, name: str | None) -> bool:
        """Whether a theme of this name lies on the screen's own shelf; `None`: the one of the settings does."""
        return name is None or name in self._make_shelf({}).list_names()

    def choose(self, choice: ChosenTheme) -> Reason | None:
        """Have this theme put on; why not, where it is not there or breaks a rule. The old one then stays."""
        name, given = choice.theme or self._wanted.name, choice.options
        if name == self._wanted.name:
            given = {**self._wanted.options, **given}
        try:
            self._chosen.append(self._make_shelf(choice.packages).read(name, given))
        except ThemeMissing:
            return Reason.UNKNOWN_THEME
        except FileRefused as refused:
            _log.warning("a theme was refused: %s", refused)
            return Reason.REFUSED
        self._wake()
        self._file.save(replace(choice, options=given))
        return None

    def _make_shelf(self, packages: ThemePackages) -> Shelf:
        return Shelf(self._wanted.dir, self._wanted.signers, self._packages.find(packages))

    def bring(self, dress: Callable[[Theme], None]) -> None:
        """Put on what was chosen last, if anything was since the last time."""
        if self._chosen:
            chosen = self._chosen.pop()
            dress(chosen)
            self._status.set_theme(chosen.name)
            self._status.set_fault("theme", None)


def make_theme_switch(settings: Settings, status: Status, wake: Callable[[], None]) -> ThemeSwitch:
    """For the screen of these settings, with its state folder."""
    state = settings.state.dir
    return ThemeSwitch(settings.theme, ThemeFile(state), PackageFolder(state), status, wake)
