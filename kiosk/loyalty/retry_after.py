"""Reads `Retry-After`, in either of its two forms (RFC 9110, section 10.2.3)."""

from datetime import datetime
from email.utils import parsedate_to_datetime


def parse_retry_after(text: str | None, sent: str | None, now: datetime) -> float | None:
    """The wait that a server asks for, in seconds; `None`: it asked for none, or for nothing that makes sense.

    A date is reckoned from the server's own `Date` (`sent`), so that a screen's wrong clock does not matter;
    without that from `now`.
    """
    if text is None:
        return None
    if text.strip().isdecimal():
        return float(text)
    until = _parse_date(text)
    since = _parse_date(sent) or now
    return None if until is None else max(0.0, (until - since).total_seconds())


def _parse_date(text: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text or "")
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else None
