"""The figures of a store's week, as managers read them: from many, and never of anybody."""

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.words import Words
from kiosk.hub.domain.report.figures import BREAKDOWNS, MEASURES, Breakdown, Report
from kiosk.hub.domain.report.suppression import K
from kiosk.hub.domain.report.telling import Told, find_next_week, find_telling, list_weeks, read_week
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.store.department import map_departments, name_zone
from kiosk.hub.text.words import choose_words

REPORTS = "/console/reports"

router = APIRouter(include_in_schema=False)


class TableView(Struct, frozen=True):
    """One breakdown: its heading and what its rows are; each row has a name and its figures as they are printed."""

    heading: str
    rows: list[tuple[str, list[str]]]


@router.get(REPORTS)
def show_reports(desk: DeskDep, week: Annotated[date | None, Query()] = None) -> Response:
    """Show a week that was told; the last one, unless another is asked for."""
    words, soon = desk.words, find_next_week(desk.store, desk.hub.now())
    values: dict[str, object] = {"least": K, "soon": _say_soon(soon, words)}
    with desk.hub.database.read() as session:
        weeks = list_weeks(session, desk.store)
        monday = next((one for one in weeks if one == week), next(iter(weeks), None))
        told = read_week(session, desk.store, monday) if monday else None
        if told:
            values |= _view_week(desk, session, told)
    values["weeks"] = [(one.isoformat(), _name_week(one, words)) for one in weeks]
    return desk.show("console_reports.html", values)


def _view_week(desk: Desk, session: Session, told: Told) -> dict[str, object]:
    words, report = desk.words, told.report
    return {
        "monday": told.monday.isoformat(),
        "told_on": _name_day(told.told_on, words),
        "measures": [words["reports"][measure] for measure in MEASURES],
        "sums": [_write(figure, words) for figure in report.sums],
        "tables": [_view(desk, session, report, breakdown) for breakdown in BREAKDOWNS],
        "segments": [(name, _write_least(number, words)) for name, number in told.segments.items()],
    }


def _say_soon(monday: date, words: Words) -> str:
    return words["reports"]["soon"].format(week=_name_week(monday, words), day=_name_day(find_telling(monday), words))


def _view(desk: Desk, session: Session, report: Report, breakdown: Breakdown) -> TableView:
    words = desk.words
    rows = report.tables[breakdown]
    names = [_name_row(desk, session, breakdown, row.name) for row in rows]
    figures = [[_write(figure, words) for figure in row.figures] for row in rows]
    return TableView(words["reports"][breakdown], list(zip(names, figures, strict=True)))


def _name_row(desk: Desk, session: Session, breakdown: Breakdown, name: str) -> str:
    match breakdown:
        case "day":
            return _name_day(date.fromisoformat(name), desk.words)
        case "zone":
            departments, language = map_departments(session, desk.store.id), desk.words["page"]["language"]
            return name_zone(name, departments, language) or desk.words["reports"]["elsewhere"]
        case "offer":
            offer = session.get(Offer, name)
            is_own = offer is not None and offer.store_id == desk.store.id
            return choose_phrase(offer.title, desk.words["page"]["language"]) if offer and is_own else name


def _name_week(monday: date, words: Words) -> str:
    sunday = monday + timedelta(days=6)
    return words["reports"]["week"].format(
        number=monday.isocalendar().week, begin=_name_day(monday, words), end=_name_day(sunday, words), year=sunday.year
    )


def _name_day(day: date, words: Words) -> str:
    months = choose_words(words["page"]["language"]).months
    return words["reports"]["date"].format(day=day.day, month=months[day.month - 1])


def _write(figure: int | None, words: Words) -> str:
    return words["reports"]["untold"] if figure is None else str(figure)


def _write_least(number: int | None, words: Words) -> str:
    return (
        words["reports"]["few"].format(least=K) if number is None else words["reports"]["least"].format(number=number)
    )
