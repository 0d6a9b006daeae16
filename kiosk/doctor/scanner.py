"""Checks whether the kernel knows the scanner that types what it reads."""

from pathlib import Path

from kiosk.doctor.finding import Finding
from kiosk.scanner.keyboards import DEVICES, list_keyboards
from kiosk.settings import Settings

PART = "scanner"


def check_scanner(settings: Settings, devices: Path = DEVICES) -> list[Finding]:
    """Whether one of the keyboards bears its name; nothing where the settings have no scanner."""
    scanner = settings.scanner
    if scanner.device == "none":
        return []
    try:
        keyboards = list_keyboards(devices.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return [Finding("warn", PART, f"{devices} cannot be read", "scan something, and see whether the glass answers")]
    told = ", ".join(keyboards) or "none"
    if not scanner.name:
        advice = "set scanner.name to the one that scans, and this says whether it is there"
        return [Finding("warn", PART, f"keyboards: {told}", advice)]
    found = next((name for name in keyboards if scanner.name.casefold() in name.casefold()), None)
    if found is None:
        advice = "plug it in, set it to type like a keyboard, or set scanner.name to one of them"
        return [Finding("fail", PART, f"{scanner.name} is not among the keyboards {told}", advice)]
    return [Finding("ok", PART, found)]
