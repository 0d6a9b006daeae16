"""What a start wears: what was chosen last where all of it is whole, else the theme of the settings."""

from pathlib import Path
from typing import Literal

from msgspec import Struct

from kiosk import settings
from kiosk.app.theme.choice import ThemeFile
from kiosk.app.theme.packages import PackageFolder
from kiosk.theming.package import Theme
from kiosk.theming.shelf import find_theme

NOT_FETCHED = "not_fetched"
REFUSED = "refused"

Chooser = Literal["the settings", "the fleet"]


class Worn(Struct, frozen=True):
    """The theme to wear, and who chose it; `fault` and, in words, `refusal` say why it is not the one that was chosen.

    `not_fetched`: it is fetched anew; `refused`: somebody must mend it.
    """

    theme: Theme
    chosen_by: Chooser
    fault: str | None = None
    refusal: str | None = None


def find_worn(wanted: settings.Theme, state: Path) -> Worn:
    """By the settings and the state folder. Raises `FileRefused` if the built-in theme itself is broken."""
    chosen, packages = ThemeFile(state).recall(), PackageFolder(state)
    if not packages.has_all(chosen.packages):
        stand_in = find_theme(wanted).theme
        return Worn(stand_in, "the fleet", NOT_FETCHED, f"{chosen.theme}: its package is damaged, or gone")
    found = find_theme(chosen.apply(wanted), packages.find(chosen.packages))
    chosen_by: Chooser = "the fleet" if chosen.theme else "the settings"
    return Worn(found.theme, chosen_by, REFUSED if found.refusal else None, found.refusal)
