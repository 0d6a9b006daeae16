"""Keeps which theme was put on from afar, so that the next start wears it, too."""

import logging
import os
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kiosk import settings
from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.fleet.command import ChooseTheme, ThemeName, ThemeOptions, ThemePackages
from kiosk.plain_file import read_plain, replace_plain

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
    """One file, replaced as a whole: a power cut leaves the old choice or the new one."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def recall(self) -> ChosenTheme:
        """What was chosen last; the theme of the settings where nothing was, or nothing that can be read."""
        try:
            return msgspec.json.decode(read_plain(self._path, LARGEST), type=ChosenTheme)
        except FileNotFoundError:
            return ChosenTheme()
        except (*JSON_FLAWS, OSError) as error:
            _log.warning("%s cannot be read (%s): the settings' theme is worn", FILE_NAME, type(error).__name__)
            return ChosenTheme()

    def save(self, choice: ChooseTheme) -> None:
        """Keep it, on disk on return, readable by the owner only; where that fails the log says so."""
        chosen = ChosenTheme(choice.theme, choice.options, choice.packages)
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_plain(self._path, msgspec.json.encode(chosen))
        except OSError as error:
            _log.warning("the theme's choice could not be kept (%s)", os.strerror(error.errno or 0))
