"""Checks the card reader without opening it."""

from kiosk.doctor.finding import Finding
from kiosk.nfc.diagnose import diagnose_reader
from kiosk.settings import Settings

PART = "reader"


def check_reader(settings: Settings) -> list[Finding]:
    """Whether there is a reader, and whether this user may have it."""
    return [
        Finding("ok" if seen.is_well else "fail", PART, seen.seen, seen.advice)
        for seen in diagnose_reader(settings.nfc.device)
    ]
