"""Each shipped theme, and with and without its bar and its ticker: what every scene must hold in."""

from kiosk.places import find_shipped
from kiosk.theming.package import read_theme

_SHELF = find_shipped("themes")
_BANDED = {"bar": True, "ticker": True}
"""The options of a theme that can have bands."""

THEMES = {
    **{name: read_theme(_SHELF / name) for name in ("daylight", "market", "salon", "night", "contrast")},
    **{f"{name} with bands": read_theme(_SHELF / name, _BANDED) for name in ("daylight", "contrast")},
    "market without bands": read_theme(_SHELF / "market", dict.fromkeys(_BANDED, False)),
}
