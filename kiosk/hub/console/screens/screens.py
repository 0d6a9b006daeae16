"""The screens at the console: how each is, and who of them may come in."""

import re

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import LIVE, Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.form.segments import split_names
from kiosk.hub.console.screens.glass import Glass, view_glass
from kiosk.hub.console.screens.screen_view import ScreenView, view_screen
from kiosk.hub.domain.screens.enrolment import ScreenNotFound, revoke_screen
from kiosk.hub.models.screens.enrolment import approve_enrolment, find_waiting
from kiosk.hub.models.screens.screen import Screen, find_screen, list_screens
from kiosk.hub.models.screens.screen_picture import map_pictures
from kiosk.hub.models.screens.screen_state import map_states
from kiosk.hub.models.store.department import map_departments, name_zone
from kiosk.hub.problem import Problem

SCREENS = "/console/screens"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")

router = APIRouter(include_in_schema=False)


@router.get("/console")
def show_console(desk: DeskDep) -> Response:
    """Lead to where a day begins."""
    return RedirectResponse(SCREENS + ("?" + desk.page.request.url.query).rstrip("?"), 303)


@router.get(SCREENS)
def show_screens(desk: DeskDep) -> Response:
    """Show all screens of the store."""
    return _show(desk)


@router.get(LIVE)
def show_live(desk: DeskDep) -> Response:
    """How they are now, for a page that stands open."""
    return desk.show("console_screen_states.html", _gather(desk))


@router.post(f"{SCREENS}/approve")
def post_approve(desk: DeskDep) -> Response:
    """Let in the screen that shows this code, by a name that is new, waiting or signed off."""
    code, name = get_text(desk.form, "code")[:64], get_text(desk.form, "screen").strip()
    with desk.hub.database.write() as session:
        complaints = _approve(desk, session, code, name)
    if complaints:
        typed = {name: get_text(desk.form, name) for name in ("code", "screen", "zones")}
        return _show(desk, typed, complaints, 400)
    return RedirectResponse(f"{SCREENS}?said=approved", 303)


@router.post(f"{SCREENS}/{{screen_id}}/revoke")
def post_revoke(desk: DeskDep, screen_id: str) -> Response:
    """Let the screen in no more, and nobody else by a code that was approved for it."""
    try:
        revoke_screen(desk.hub, desk.store.id, screen_id)
    except ScreenNotFound as error:
        raise Problem(404, "not_found", "There is no such screen.") from error
    return RedirectResponse(f"{SCREENS}?said=revoked", 303)


def _show(
    desk: Desk, typed: dict[str, str] | None = None, complaints: dict[str, str] | None = None, status: int = 200
) -> Response:
    values = {
        **_gather(desk),
        "typed": typed or {"code": "", "screen": "", "zones": ""},
        "complaints": complaints or {},
        "may_change": desk.may("POST", f"{SCREENS}/approve"),
    }
    return desk.show("console_screens.html", values, status)


def _gather(desk: Desk) -> dict[str, object]:
    """What both pages show of all screens."""
    return {"screens": _list_views(desk), "glasses": _map_glasses(desk), "places": _map_places(desk)}


def _map_places(desk: Desk) -> dict[str, str]:
    """Where each screen stands: its zones as the store calls them, beside what a screen is told."""
    language, everywhere = desk.words["page"]["language"], desk.words["screens"]["zones_all"]
    with desk.hub.database.read() as session:
        departments = map_departments(session, desk.store.id)
        screens = list_screens(session, desk.store.id)
    names = {zone: f"{name_zone(zone, departments, language)} ({zone})" for zone in departments}
    return {one.id: ", ".join(names.get(zone, zone) for zone in one.zones) or everywhere for one in screens}


def _list_views(desk: Desk) -> list[ScreenView]:
    with desk.hub.database.read() as session:
        states = map_states(session, desk.store.id)
        screens = list_screens(session, desk.store.id)
    now, time_zone = desk.hub.now(), desk.store.time_zone
    return [view_screen(screen, states.get(screen.id), now, time_zone, desk.words) for screen in screens]


def _map_glasses(desk: Desk) -> dict[str, Glass]:
    """What was on the glass of each screen, as far as anybody asked."""
    with desk.hub.database.read() as session:
        pictures = map_pictures(session, desk.store.id)
        screens = list_screens(session, desk.store.id)
    now, time_zone = desk.hub.now(), desk.store.time_zone
    return {screen.id: view_glass(pictures.get(screen.id), now, time_zone, desk.words) for screen in screens}


def _approve(desk: Desk, session: Session, code: str, name: str) -> dict[str, str]:
    """Approve, or say by field what is wrong."""
    phrases = desk.words["complaints"]
    enrolment = find_waiting(session, code, desk.hub.now())
    if enrolment is None:
        return {"code": phrases["code_unknown"]}
    if not _NAME.fullmatch(name):
        return {"screen": phrases["no_name"]}
    screen = find_screen(session, desk.store.id, name) or _add_screen(desk, session, name)
    if screen.token_hash is not None and screen.revoked_at is None:
        return {"screen": phrases["screen_in"]}
    approve_enrolment(session, enrolment, screen)
    return {}


def _add_screen(desk: Desk, session: Session, name: str) -> Screen:
    screen = Screen(store_id=desk.store.id, id=name, zones=split_names(get_text(desk.form, "zones")))
    session.add(screen)
    session.flush()
    return screen
