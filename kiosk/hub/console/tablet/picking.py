"""The picking list of one order on the tablet: where each line lies, how it was found, and what comes next."""

from typing import get_args

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.tablet.clock import print_moment
from kiosk.hub.console.tablet.pickups import PICKUPS, lead_on, note_look, read_giver, say_state
from kiosk.hub.domain.basket.lookup import Hit, look_up
from kiosk.hub.domain.pickup.age import find_age
from kiosk.hub.domain.pickup.course import Outcome
from kiosk.hub.domain.pickup.line_title import name_line
from kiosk.hub.domain.pickup.picking import hand_over_here, is_here, note_line, send
from kiosk.hub.domain.settlement.shortage import advance_order
from kiosk.hub.models.catalogue.article import Article, find_article
from kiosk.hub.models.pickup.pickup import HOME, OPEN, Found, Looked, Pickup, PickupLine, State, find_pickup
from kiosk.hub.models.store.department import map_departments, name_zone
from kiosk.hub.problem import Problem

_PICKUP = f"{PICKUPS}/{{pickup_id}}"
_LONGEST = 64

router = APIRouter(include_in_schema=False)


class LineView(Struct, frozen=True):
    """A line: how often what, where it lies and how many there are, as far as the store knows, and how it was found."""

    place: int
    count: int
    title: str
    where: str
    stock: str
    found: Found
    said: str


@router.get(_PICKUP)
def show_pickup(desk: DeskDep, pickup_id: str) -> Response:
    """Show the list."""
    return _show(desk, pickup_id)


@router.post(f"{_PICKUP}/lines/{{place}}")
def post_line(desk: DeskDep, pickup_id: str, place: int) -> Response:
    """Note how the line at this place was found; a substitute is scanned or typed, and must be sold here."""
    found = _read(desk, "found", get_args(Looked))
    try:
        with desk.hub.database.write() as session:
            substitute = _read_substitute(desk, session) if found == "substituted" else ""
            pickup = _get(desk, session, pickup_id)
            note_line(desk.hub, session, pickup, place, Outcome(msgspec.convert(found, Looked), substitute))
    except Problem as problem:
        if problem.code not in {"substitute_unknown", "substitute_age", "pickup_elsewhere"}:
            raise
        return _show(desk, pickup_id, problem)
    return RedirectResponse(f"{PICKUPS}/{pickup_id}#line-{place}", 303)


@router.post(f"{_PICKUP}/state")
def post_state(desk: DeskDep, pickup_id: str) -> Response:
    """Lay it ready, or cancel it; her phone hears of it, and what she paid for and does not get is given back."""
    wanted = _read(desk, "state", ("ready", "cancelled"))
    try:
        with desk.hub.database.erase() as session:
            pickup = _get(desk, session, pickup_id)
            advance_order(desk.hub, session, pickup, msgspec.convert(wanted, State), desk.person.name)
    except Problem as problem:
        if not problem.code.startswith("pickup_"):
            raise
        return _show(desk, pickup_id, problem)
    return lead_on(desk, PICKUPS, f"pickup_{wanted}")


@router.post(f"{_PICKUP}/send")
def post_send(desk: DeskDep, pickup_id: str) -> Response:
    """It is on its way to her home; where that is, is forgotten by that."""
    try:
        with desk.hub.database.erase() as session:
            send(desk.hub, session, _get(desk, session, pickup_id), desk.person.name)
    except Problem as problem:
        if not problem.code.startswith("pickup_"):
            raise
        return _show(desk, pickup_id, problem)
    return lead_on(desk, PICKUPS, "pickup_sent")


@router.post(f"{_PICKUP}/hand-over")
def post_hand_over_here(desk: DeskDep, pickup_id: str) -> Response:
    """Hand it over to who just held her card to the screen at the desk, once."""
    try:
        with desk.hub.database.write() as session:
            pickup = _get(desk, session, pickup_id)
            hand_over_here(desk.hub, session, pickup, read_giver(desk))
            note_look(desk, session, pickup)
    except Problem as problem:
        if not problem.code.startswith("pickup_"):
            raise
        return _show(desk, pickup_id, problem)
    return lead_on(desk, PICKUPS, "pickup_handed_over")


def _read(desk: Desk, field: str, known: tuple[str, ...]) -> str:
    text = get_text(desk.form, field)
    if text not in known:
        raise Problem(400, "malformed", "The page has no such button.")
    return text


def _read_substitute(desk: Desk, session: Session) -> str:
    text = get_text(desk.form, "substitute").strip()[:_LONGEST]
    hit = look_up(session, desk.store.id, text, desk.hub.settings.scale_labels)
    if not isinstance(hit, Hit):
        raise Problem(422, "substitute_unknown", "The store sells nothing of this code.")
    return hit.article.code


def _get(desk: Desk, session: Session, pickup_id: str) -> Pickup:
    pickup = find_pickup(session, desk.store.id, pickup_id)
    if pickup is None:
        raise Problem(404, "not_found", "This store has no such order.")
    return pickup


def _show(desk: Desk, pickup_id: str, problem: Problem | None = None) -> Response:
    phrases = desk.words["pickups"]
    with desk.hub.database.read() as session:
        pickup = _get(desk, session, pickup_id)
        lines = [_view(desk, session, pickup, place) for place in range(len(pickup.lines))]
        age = find_age(session, pickup)
    values = {
        "pickup": pickup,
        "lines": lines,
        "placed": phrases["placed"].format(moment=print_moment(desk, pickup.placed_at)),
        "state": f"{phrases[f'way_{pickup.way}']} · {say_state(desk, pickup)}",
        "age": age,
        "looked": _say_look(desk, pickup),
        "here": is_here(desk.hub, pickup),
        "may_send": pickup.way == HOME and pickup.state == "ready" and pickup.address is not None,
        "is_lost": pickup.way == HOME and pickup.state in OPEN and pickup.address is None,
        "picks": pickup.state in {"placed", "picking"},
        "may_ready": pickup.state == "picking" and all(line.found != "open" for line in lines),
        "complaint": phrases[f"complaint_{problem.code}"] if problem else "",
    }
    return desk.show("tablet_picking.html", values, problem.status if problem else 200)


def _say_look(desk: Desk, pickup: Pickup) -> str:
    """Who saw how old she is, where that was asked."""
    if pickup.seen_age is None:
        return ""
    return desk.words["pickups"]["looked"].format(age=pickup.seen_age, person=pickup.clerk)


def _view(desk: Desk, session: Session, pickup: Pickup, place: int) -> LineView:
    line, phrases = pickup.lines[place], desk.words["pickups"]
    article = find_article(session, desk.store.id, line.code)
    stock = article.stock if article else None
    # What was paid for here is no longer counted, and lies there beside the rest.
    counted = phrases["stock_beside" if pickup.settlement_id else "stock"]
    return LineView(
        place=place,
        count=line.count,
        title=name_line(session, desk.store.id, line, desk.words["page"]["language"]),
        where=_say_where(desk, session, article),
        stock="" if stock is None else counted.format(count=stock),
        found=line.found,
        said=_say_found(desk, session, line),
    )


def _say_where(desk: Desk, session: Session, article: Article | None) -> str:
    if article is None or not article.department:
        return ""
    language, departments = desk.words["page"]["language"], map_departments(session, desk.store.id)
    name, department = name_zone(article.department, departments, language), departments.get(article.department)
    return f"{name}: {choose_phrase(department.way, language)}" if department else name


def _say_found(desk: Desk, session: Session, line: PickupLine) -> str:
    if line.found == "open":
        return ""
    article = find_article(session, desk.store.id, line.substitute) if line.substitute else None
    title = choose_phrase(article.title, desk.words["page"]["language"]) if article else line.substitute
    return desk.words["pickups"][f"found_{line.found}"].format(title=title)
