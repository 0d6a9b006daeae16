"""Checks whether a screen that shall be heard has what it takes."""

from ctypes.util import find_library
from importlib.util import find_spec

from kiosk.doctor.finding import Finding
from kiosk.places import tell_install
from kiosk.settings import Settings

EXTRA = "multimedia"


def check_ears(settings: Settings) -> list[Finding]:
    """Whether the sounds and the voice that the settings ask for can be had; nothing where they ask for none."""
    display = settings.display
    sound = _check_module("sound", "QtMultimedia") if display.sound else None
    speech = _check_speech() if display.speech != "off" else None
    return [finding for finding in (sound, speech) if finding]


def _check_module(part: str, module: str) -> Finding:
    if find_spec(f"PySide6.{module}") is None:
        return Finding("warn", part, f"{module} is not there, and nothing is heard", tell_install(EXTRA))
    return Finding("ok", part, module)


def _check_speech() -> Finding:
    found = _check_module("speech", "QtTextToSpeech")
    if found.level == "ok" and find_library("speechd") is None:
        advice = "install speech-dispatcher with a voice, such as espeak-ng"
        return Finding("warn", found.part, "this system has no voice", advice)
    return found
