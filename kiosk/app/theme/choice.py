"""Keeps which theme was put on from afar, so that the next start wears it, too."""

import logging
import os
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk import settings
from kiosk.fleet.command import ThemeName, ThemeOptions, ThemePackages
from kiosk.state_file import StateFile, StateUnusable

FILE_NAME = "theme.json"
"""In the state folder."""
LARGEST = 64 * 1024

_log = logging.getLogger(__name__)


class ChosenTheme(Struct, frozen=True):
    """What was chosen; without a name the theme of the settings. `packages` are what it needs beside the shelf."""

    theme: ThemeName | None = None
    options: ThemeOptions = {}
    packages: ThemePackages = {}

    def apply(self, wanted: settings.Theme) -> settings.Theme:
        """The settings with this choice."""
        return replace(wanted, name=self.theme, options=self.options) if self.theme else wanted


class ThemeFile:
    """One file of the last choice."""

    def __init__(self, folder: Path) -> None:
        self._file = StateFile(folder / FILE_NAME, ChosenTheme, LARGEST)

    def recall(self) -> ChosenTheme:
        """What was chosen last; the theme of the settings where nothing was, or nothing that can be read."""
        try:
            return self._file.read() or ChosenTheme()
        except StateUnusable as unusable:
            _log.warning("%s: the settings' theme is worn", unusable)
            return ChosenTheme()

    def save(self, choice: ChosenTheme) -> None:
        """Keep it, on disk on return; where that fails the log says so."""
        try:
            self._file.write(choice)
        except OSError as error:
            _log.warning("the theme's choice could not be kept (%s)", os.strerror(error.errno or 0))
