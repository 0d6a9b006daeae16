"""Which contacts led to visits and purchases in a month, as managers read it: from many, and never of anybody."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.deeds.deeds import write_csv
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.reports.journeys_csv import list_rows
from kiosk.hub.console.reports.journeys_view import JourneysView
from kiosk.hub.domain.attribution.month_report import MonthReport
from kiosk.hub.domain.attribution.telling import (
    TellingOfMonth,
    find_next_month,
    find_telling_day,
    list_months,
    read_month,
)
from kiosk.hub.domain.report.suppression import K
from kiosk.hub.models.attribution.campaign import list_campaigns
from kiosk.hub.models.catalogue.offer import find_offer
from kiosk.hub.problem import Problem
from kiosk.hub.text.words import choose_words

JOURNEYS = "/console/reports/journeys"

router = APIRouter(include_in_schema=False)
_Month = Annotated[date | None, Query()]


@router.get(JOURNEYS)
def show_journeys(desk: DeskDep, month: _Month = None) -> Response:
    """Show a month that was told; the last one, unless another is asked for."""
    with desk.hub.database.read() as session:
        months = list_months(session, desk.store)
        told = _find_told(desk, session, months, month)
        values = _view(desk, session, told) if told else {}
    soon = find_next_month(desk.store, desk.hub.now())
    shared = {
        "least": K,
        "soon": desk.words["journeys"]["soon"].format(
            month=_name_month(desk, soon), day=_name_day(desk, find_telling_day(soon))
        ),
        "months": [(one.isoformat(), _name_month(desk, one)) for one in months],
    }
    return desk.show("console_journeys.html", {**shared, **values})


@router.get(f"{JOURNEYS}/csv")
def get_csv(desk: DeskDep, month: _Month = None) -> Response:
    """The same as a table for a spreadsheet."""
    with desk.hub.database.read() as session:
        told = _find_told(desk, session, list_months(session, desk.store), month)
        if told is None:
            raise Problem(404, "not_found", "No month was told yet.")
        text = write_csv(list_rows(_make_view(desk, session, told.report)))
    headers = {
        "Content-Disposition": f'attachment; filename="{desk.store.id}-journeys-{told.first:%Y-%m}.csv"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(text.encode(), media_type="text/csv; charset=utf-8", headers=headers)


def _find_told(desk: Desk, session: Session, months: list[date], month: date | None) -> TellingOfMonth | None:
    first = next((one for one in months if one == month), next(iter(months), None))
    return read_month(session, desk.store, first) if first else None


def _view(desk: Desk, session: Session, told: TellingOfMonth) -> dict[str, object]:
    view = _make_view(desk, session, told.report)
    phrases, rule = desk.words["journeys"], told.report.attribution
    return {
        "month": told.first.isoformat(),
        "told_on": phrases["told_on"].format(day=_name_day(desk, told.told_on)),
        "rule": phrases[f"rule_{rule.rule}"].format(days=rule.days),
        "view": view,
        "untold": view.report.flows.untold,
    }


def _make_view(desk: Desk, session: Session, report: MonthReport) -> JourneysView:
    language = desk.words["page"]["language"]
    names = {campaign.code: campaign.name for campaign in list_campaigns(session, desk.store.id)}
    for offer_id in (offer_id for effect in report.effects for offer_id in effect.offers):
        offer = find_offer(session, offer_id)
        if offer is not None and offer.store_id == desk.store.id:
            names[offer_id] = choose_phrase(offer.title, language)
    return JourneysView(report, desk.words, names)


def _name_month(desk: Desk, first: date) -> str:
    months = choose_words(desk.words["page"]["language"]).months
    return f"{months[first.month - 1]} {first.year}"


def _name_day(desk: Desk, day: date) -> str:
    months = choose_words(desk.words["page"]["language"]).months
    return desk.words["reports"]["date"].format(day=day.day, month=months[day.month - 1])
