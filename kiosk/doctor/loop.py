"""Checks what the manager's folder gives to play."""

from zoneinfo import ZoneInfo

from kiosk.doctor.finding import Finding
from kiosk.settings import Settings
from kiosk.signage.folder import list_contents
from kiosk.signage.importer import Importer
from kiosk.signage.listing import Refusal

PART = "loop"
MOST_NAMED = 5


def check_loop(settings: Settings) -> list[Finding]:
    """Whether the folder is there, and what in it is no item of the loop; a screen without one has nothing to check."""
    folder = settings.loop.folder
    if folder is None:
        return []
    try:
        contents = list_contents(folder)
    except OSError:
        return [Finding("warn", PART, f"{folder} cannot be read", "mount it, or set loop.folder")]
    loop = Importer(folder, ZoneInfo(settings.store.time_zone), lambda _ref, _path: None).read(contents.files)
    refusals = contents.refusals + loop.refusals
    strays = [refusal for refusal in refusals if refusal.is_stray]
    refused = [refusal for refusal in refusals if not refusal.is_stray]
    findings = [Finding("ok", PART, f"{folder}: {len(loop.items)} items{_name('; passed over', strays)}")]
    if refused:
        findings.append(Finding("warn", PART, _name("left out", refused), f"`kiosk loop check {folder}` says why"))
    return findings


def _name(begin: str, refusals: list[Refusal]) -> str:
    """Their names, the first few of them; nothing where there are none."""
    if not refusals:
        return ""
    names = ", ".join(refusal.name for refusal in refusals[:MOST_NAMED])
    more = len(refusals) - MOST_NAMED
    return f"{begin}: {names}" + (f" and {more} more" if more > 0 else "")
