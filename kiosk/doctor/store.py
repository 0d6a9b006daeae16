"""Checks what the screen needs to recognise anybody."""

from kiosk.app.files.secrets import read_store_key
from kiosk.doctor.finding import Finding
from kiosk.errors import SettingRefused
from kiosk.settings import Settings
from kiosk.settings.unset import UNSET, list_unset

PART = "store"


def check_store(settings: Settings) -> list[Finding]:
    """The ids and the store key."""
    unset = list_unset(settings)
    if unset:
        seen = f"{' and '.join(unset)}: still {UNSET}"
        return [Finding("fail", PART, seen, "give this screen ids of its own")]
    try:
        key = read_store_key(settings.store.key_file)
    except SettingRefused as refusal:
        return [Finding("fail", PART, str(refusal), "name the right file, or fetch it from the loyalty system")]
    if key is None:
        return [
            Finding("warn", PART, "no store key", "set store.key_file, or no card and no beacon is ever recognised")
        ]
    return [Finding("ok", PART, f"{settings.store.id}, screen {settings.screen.id}, with its key")]
