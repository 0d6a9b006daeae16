"""Times as the reader of a page writes them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.hub.text.words import Words


def format_moment(moment: datetime, now: datetime, time_zone: str, words: Words) -> str:
    """`heute, 10:24` or `20. November, 10:24`, in the store's time."""
    zone = ZoneInfo(time_zone)
    local = moment.astimezone(zone)
    time = local.strftime("%H:%M")
    if local.date() == now.astimezone(zone).date():
        return words.today.format(time=time)
    return words.date.format(day=local.day, month=words.months[local.month - 1], time=time)


def format_day(moment: datetime, time_zone: str, words: Words) -> str:
    """`20. November 2026`, in the store's time."""
    local = moment.astimezone(ZoneInfo(time_zone))
    return words.day.format(day=local.day, month=words.months[local.month - 1], year=local.year)


def format_time(moment: datetime, time_zone: str) -> str:
    """`10:24`, in the store's time."""
    return moment.astimezone(ZoneInfo(time_zone)).strftime("%H:%M")
