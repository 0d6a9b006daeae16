"""Checks the clock, by which offers begin and end."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.doctor.finding import Finding
from kiosk.settings import Settings
from kiosk.version import BUILT

PART = "clock"
SYNCHRONISED = (Path("/run/systemd/timesync/synchronized"), Path("/run/chrony"), Path("/run/ntpd.pid"))


def check_clock(settings: Settings, now: datetime, signs: tuple[Path, ...] = SYNCHRONISED) -> list[Finding]:
    """Whether the clock can be right, and whether something keeps it so; `now` is aware."""
    local = now.astimezone(ZoneInfo(settings.store.time_zone))
    seen = f"{local:%Y-%m-%d %H:%M} in {settings.store.time_zone}"
    if now < BUILT:
        return [Finding("fail", PART, f"{seen} lies in the past", "set the clock, and let NTP keep it")]
    if not any(sign.exists() for sign in signs):
        return [Finding("warn", PART, f"{seen}, and nothing seems to keep it right", "install systemd-timesyncd")]
    return [Finding("ok", PART, seen)]
