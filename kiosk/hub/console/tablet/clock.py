"""Times on the tablet: by the store's clocks, in its staff's language."""

from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.hub.console.desk import Desk
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import choose_words


def print_time(desk: Desk, moment: datetime) -> str:
    """`10:24`."""
    return moment.astimezone(ZoneInfo(desk.store.time_zone)).strftime("%H:%M")


def print_moment(desk: Desk, moment: datetime) -> str:
    """`today, 10:24`, or with its day."""
    words = choose_words(desk.words["page"]["language"])
    return format_moment(moment, desk.hub.now(), desk.store.time_zone, words)
