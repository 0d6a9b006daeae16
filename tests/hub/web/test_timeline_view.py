from datetime import timedelta
from decimal import Decimal

from kiosk.hub.domain.profile.timeline import Entry, Page
from kiosk.hub.models.store.department import Department
from kiosk.hub.text.words import choose_words
from kiosk.hub.web.timeline_view import view_days
from tests.hub.running import NOW

_HOME = Department(store_id="s", zone="home", title={"de": "Wohnen", "en": "Living"}, way={})


def _view(*entries: Entry, language: str = "de") -> list[tuple[str, list[tuple[str, str, str]]]]:
    days = view_days(Page(entries, None), "Europe/Berlin", choose_words(language), {"home": _HOME})
    return [(day.day, [(one.time, one.title, one.detail) for one in day.entries]) for day in days]


def test_entries_are_told_by_the_days_of_the_store() -> None:
    late = NOW.replace(hour=23, minute=30)

    days = _view(Entry(late, "joined"), Entry(NOW, "joined"), Entry(NOW - timedelta(days=1), "joined"))

    assert [(day, entries[0][0]) for day, entries in days] == [
        ("23. November 2026", "00:30"),
        ("22. November 2026", "10:00"),
        ("21. November 2026", "10:00"),
    ]


def test_an_entry_tells_what_there_is_to_it() -> None:
    bought = Entry(NOW, "bought", "Mug", shelves=("home",), amount=Decimal("1249.5"), currency="EUR")

    assert _view(bought)[0][1] == [("10:00", "Im Laden gekauft", "Mug · Wohnen · 1.249,50\u00a0€")]
    assert _view(bought, language="en")[0][1][0][2] == "Mug · Living · €1,249.50"


def test_names_are_said_in_the_readers_language() -> None:
    entries = (
        Entry(NOW, "visited", shelves=("home",), seconds=190),
        Entry(NOW, "kept", titles={"de": "Becher", "en": "Mug"}),
        Entry(NOW, "allowed", "personal_offers"),
        Entry(NOW, "allowed", "messages.email"),
        Entry(NOW, "merged", "user + anonymous"),
    )

    assert [detail for _, _, detail in _view(*entries, language="en")[0][1]] == [
        "Living · 3 min",
        "Mug",
        "offers to taste",
        "messages.email",
        "Account in the web shop + Browser in the web shop",
    ]


def test_what_she_bought_or_kept_stands_out() -> None:
    (day,) = view_days(Page((Entry(NOW, "kept"), Entry(NOW, "viewed")), None), "UTC", choose_words("en"), {})

    assert [entry.is_weighty for entry in day.entries] == [True, False]
