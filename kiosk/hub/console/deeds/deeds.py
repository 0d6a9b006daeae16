"""The record of what people of the store did: shown to managers, found by person and kind, and taken along as CSV."""

import csv
import io
from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query
from msgspec import Struct
from starlette.responses import Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.words import Words
from kiosk.hub.models.people.deed import OUTCOMES, TERMINAL, Deed, Wanted, list_deeds, list_kinds, list_persons
from kiosk.hub.text.moment import format_day, format_time
from kiosk.hub.text.words import choose_words

DEEDS = "/console/reports/deeds"
_MOST, _MOST_ROWS = 100, 50_000
_LAST = 2**31 - 1
"""The largest number that a deed can have in any database."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What begins with one of these, a spreadsheet reckons (OWASP, CSV Injection)."""
_Text = Annotated[str, Query(max_length=128)]
_Number = Annotated[int, Query(ge=0, le=_LAST)]

router = APIRouter(include_in_schema=False)


class DeedView(Struct, frozen=True):
    """A deed as it is printed."""

    moment: str
    person: str
    what: str
    outcome: str


@router.get(DEEDS)
def show_deeds(
    desk: DeskDep,
    person: _Text = "",
    what: _Text = "",
    outcome: _Text = "",
    before: _Number = 0,
) -> Response:
    """Show those that are wanted, the latest first."""
    wanted, words = Wanted(person, what, outcome), desk.words
    with desk.hub.database.read() as session:
        deeds = list_deeds(session, desk.store.id, wanted, _MOST + 1, before or None)
        persons = list_persons(session, desk.store.id)
        kinds = list_kinds(session, desk.store.id)
    values = {
        "wanted": wanted,
        "persons": [(name, _name_person(name, words)) for name in persons],
        "kinds": sorted(((kind, _name_kind(kind, words)) for kind in kinds), key=lambda pair: pair[1].casefold()),
        "outcomes": [(one, words["deeds"][one]) for one in OUTCOMES],
        "deeds": [_view(desk, deed) for deed in deeds[:_MOST]],
        "before": deeds[_MOST - 1].id if len(deeds) > _MOST else None,
    }
    return desk.show("console_deeds.html", values)


@router.get(f"{DEEDS}/csv")
def get_csv(desk: DeskDep, person: _Text = "", what: _Text = "", outcome: _Text = "") -> Response:
    """All of them as a table for a spreadsheet."""
    with desk.hub.database.read() as session:
        deeds = list_deeds(session, desk.store.id, Wanted(person, what, outcome), _MOST_ROWS)
    rows = [(deed.happened_at.isoformat(timespec="seconds"), deed.person, deed.what, deed.outcome) for deed in deeds]
    headers = {
        "Content-Disposition": f'attachment; filename="{desk.store.id}-deeds.csv"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    text = write_csv([("happened_at", "person", "what", "outcome"), *rows])
    return Response(text.encode(), media_type="text/csv; charset=utf-8", headers=headers)


def write_csv(rows: Iterable[Iterable[str]]) -> str:
    """The rows as CSV (RFC 4180), of which a spreadsheet takes nothing for a formula."""
    text = io.StringIO()
    csv.writer(text).writerows([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row] for row in rows)
    return text.getvalue()


def _view(desk: Desk, deed: Deed) -> DeedView:
    words, zone = desk.words, desk.store.time_zone
    day = format_day(deed.happened_at, zone, choose_words(words["page"]["language"]))
    outcome = words["deeds"]["refused"] if deed.outcome == "refused" else ""
    moment = f"{day}, {format_time(deed.happened_at, zone)}"
    return DeedView(moment, _name_person(deed.person, words), _name_kind(deed.what, words), outcome)


def _name_person(name: str, words: Words) -> str:
    return words["deeds"].get(f"person_{name}", name) if name in {TERMINAL, "?"} else name


def _name_kind(what: str, words: Words) -> str:
    """A kind in words; one that has none yet stands for itself."""
    return words["deed_kinds"].get(what, what)
