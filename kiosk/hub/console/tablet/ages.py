"""Who waits for somebody of the staff to look whether she is old enough: live, by the code that her phone shows."""

from typing import cast, get_args

from fastapi import APIRouter
from msgspec import Struct
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import LIVE_AGES, Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.calls import TABLET
from kiosk.hub.domain.basket.age import mark_look
from kiosk.hub.domain.basket.approval import Asker, Look, Verdict, decide_line, list_askers
from kiosk.hub.models.basket.basket_line import BasketLine
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.problem import Problem

AGES = f"{TABLET}/ages"

router = APIRouter(include_in_schema=False)


class AskedView(Struct, frozen=True):
    """What she wants to buy, from which age, and `refused`, by whom, where somebody said no; `mark` is what is seen."""

    id: str
    mark: str
    what: str
    age: str
    refused: str


class AskerView(Struct, frozen=True):
    """Who waits."""

    code: str
    asked: list[AskedView]


@router.get(AGES)
def show_ages(desk: DeskDep) -> Response:
    """Show who waits, and for what."""
    return _show(desk)


@router.get(LIVE_AGES)
def show_live_ages(desk: DeskDep) -> Response:
    """The same, for a page that stands open."""
    return _show(desk)


@router.post(f"{AGES}/{{line_id}}")
def post_look(desk: DeskDep, line_id: str) -> Response:
    """Let her buy it or not; where she changed her basket meanwhile, nothing is decided, and that is said."""
    look = Look(desk.person.name, get_text(desk.form, "mark"), _read_verdict(desk))
    try:
        with desk.hub.database.write() as session:
            decide_line(desk.hub, session, desk.store.id, line_id, look)
    except Problem as problem:
        if problem.code != "line_elsewhere":
            raise
        return RedirectResponse(f"{AGES}?said=age_elsewhere", 303)
    return RedirectResponse(f"{AGES}?said=age_{look.verdict}", 303)


def _read_verdict(desk: Desk) -> Verdict:
    verdict = get_text(desk.form, "verdict")
    if verdict not in get_args(Verdict):
        raise Problem(400, "malformed", "There is no such verdict.")
    return cast("Verdict", verdict)


def _show(desk: Desk) -> Response:
    with desk.hub.database.read() as session:
        askers = [_view(desk, asker) for asker in list_askers(desk.hub, session, desk.store.id)]
    return desk.show("tablet_ages.html", {"askers": askers, "live": LIVE_AGES})


def _view(desk: Desk, asker: Asker) -> AskerView:
    return AskerView(asker.code, [_view_asked(desk, line, article) for line, article in asker.asked])


def _view_asked(desk: Desk, line: BasketLine, article: Article) -> AskedView:
    phrases = desk.words["ages"]
    title = choose_phrase(article.title, desk.words["page"]["language"])
    return AskedView(
        id=line.id,
        mark=mark_look(line, article),
        what=title if line.count == 1 else phrases["several"].format(count=line.count, title=title),
        age=phrases["age"].format(age=article.min_age),
        refused=phrases["refused"].format(person=line.refused_by) if line.refused_by else "",
    )
