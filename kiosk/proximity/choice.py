"""Opens the profile that a setting names, and loads no other make's: all of them take longer than a first frame."""

from importlib import import_module
from typing import cast

from kiosk.proximity.profile import Profile
from kiosk.settings.proximity import Make, Mapping


def choose_profile(name: Make, mapping: Mapping) -> Profile | None:
    """The profile of this name; `None`: none is wanted. Raises `SettingRefused` for a mapping that is not whole."""
    match name:
        case "none":
            return None
        case "auto":
            from kiosk.proximity.recognition import Recogniser  # noqa: PLC0415 # loads every make

            return Recogniser()
        case "generic":
            from kiosk.proximity.generic import Generic  # noqa: PLC0415 # as above

            return Generic(mapping)
        case _:
            return cast("Profile", import_module("kiosk.proximity.gateways." + name.replace("-", "_")))
