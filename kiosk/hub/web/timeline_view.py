"""A member's timeline as both pages print it: by day, each entry in a line or two."""

from collections.abc import Mapping
from itertools import groupby
from zoneinfo import ZoneInfo

from msgspec import Struct

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.domain.profile.timeline import Entry, Page
from kiosk.hub.models.store.department import Department, name_zone
from kiosk.hub.text.moment import format_day
from kiosk.hub.text.money import format_money
from kiosk.hub.text.profile_words import PROFILE_WORDS, ProfileWords
from kiosk.hub.text.words import Words

_WEIGHTY = frozenset({"bought", "ordered", "kept", "redeemed"})


class EntryView(Struct, frozen=True):
    """An entry: at what time of the day, what happened, and with what; `is_weighty`: she bought or kept something."""

    time: str
    title: str
    detail: str
    is_weighty: bool


class DayView(Struct, frozen=True):
    """A day of the store, with what happened then, the latest first."""

    day: str
    entries: tuple[EntryView, ...]


def view_days(page: Page, time_zone: str, words: Words, departments: Mapping[str, Department]) -> list[DayView]:
    """The days of this page of a timeline, in a store with these departments."""
    zone, phrases = ZoneInfo(time_zone), PROFILE_WORDS[words.language]
    days = groupby(page.entries, key=lambda entry: entry.at.astimezone(zone).date())
    views: list[DayView] = []
    for _, group in days:
        entries = list(group)
        day = format_day(entries[0].at, time_zone, words)
        views.append(DayView(day, tuple(_view(entry, zone, phrases, departments) for entry in entries)))
    return views


def _view(entry: Entry, zone: ZoneInfo, phrases: ProfileWords, departments: Mapping[str, Department]) -> EntryView:
    return EntryView(
        time=entry.at.astimezone(zone).strftime("%H:%M"),
        title=phrases.entries[entry.kind],
        detail=" · ".join(part for part in _list_details(entry, phrases, departments) if part),
        is_weighty=entry.kind in _WEIGHTY,
    )


def _list_details(entry: Entry, phrases: ProfileWords, departments: Mapping[str, Department]) -> list[str]:
    what = choose_phrase(entry.titles, phrases.language) if entry.titles else entry.what
    if entry.kind in ("allowed", "taken_back"):
        what = phrases.purposes.get(what, what)
    if entry.kind == "merged":
        what = " + ".join(phrases.handles.get(kind, kind) for kind in what.split(" + "))
    minutes = round(entry.seconds / 60)
    return [
        what,
        ", ".join(name_zone(shelf, departments, phrases.language) for shelf in entry.shelves),
        phrases.minutes.format(minutes=minutes) if minutes else "",
        format_money(entry.amount, entry.currency, phrases.language) if entry.amount is not None else "",
    ]
