"""Opens the profile that a setting names."""

from kiosk.proximity.generic import Generic
from kiosk.proximity.profile import PROFILES, Profile
from kiosk.proximity.recognition import Recogniser
from kiosk.settings.proximity import Make, Mapping


def choose_profile(name: Make, mapping: Mapping) -> Profile | None:
    """The profile of this name; `None`: none is wanted. Raises `SettingRefused` for a mapping that is not whole."""
    match name:
        case "auto":
            return Recogniser()
        case "generic":
            return Generic(mapping)
        case _:
            return PROFILES.get(name)
