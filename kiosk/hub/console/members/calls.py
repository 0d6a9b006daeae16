"""Calls for advice at the console: all that are open, and who of the staff goes there."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import LIVE_CALLS, Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.call_view import CallView, view_call
from kiosk.hub.models.screens.screen_state import map_states, take_call

CALLS, TABLET = "/console/calls", "/console/tablet"
"""The two pages that show them."""

router = APIRouter(include_in_schema=False)


@router.get(CALLS)
def show_calls(desk: DeskDep) -> Response:
    """Show who wants advice, the longest waiting first."""
    return _show(desk)


@router.get(LIVE_CALLS)
def show_live_calls(desk: DeskDep) -> Response:
    """The same, for a page that stands open."""
    return _show(desk)


@router.post(f"{CALLS}/{{screen_id}}/take")
def post_take(desk: DeskDep, screen_id: str) -> Response:
    """Note that she who asks goes there; or say that somebody does already, or that the call is over."""
    mark = get_text(desk.form, "mark")
    with desk.hub.database.write() as session:
        is_taken = take_call(session, desk.store.id, screen_id, mark, desk.person.name)
    back = TABLET if get_text(desk.form, "back") == TABLET else CALLS
    return RedirectResponse(f"{back}?said={'call_taken' if is_taken else 'call_late'}", 303)


def _show(desk: Desk) -> Response:
    return desk.show("console_calls.html", {"calls": list_calls(desk), "live": LIVE_CALLS})


def list_calls(desk: Desk) -> list[CallView]:
    """Who wants advice now: those to whom nobody goes yet first, and of them the longest waiting."""
    with desk.hub.database.read() as session:
        states = map_states(session, desk.store.id).values()
    now, time_zone = desk.hub.now(), desk.store.time_zone
    views = (view_call(state, now, time_zone, desk.words) for state in states)
    return sorted((view for view in views if view), key=lambda view: (bool(view.taken), view.mark))
