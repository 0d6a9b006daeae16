"""One screen at the console: looked at from afar, and found in the shop."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.screens.screens import SCREENS
from kiosk.hub.fleet.commands import ask_identity, ask_picture
from kiosk.hub.models.screens.screen import find_screen
from kiosk.hub.models.screens.screen_picture import find_screen_picture
from kiosk.hub.problem import Problem

router = APIRouter(include_in_schema=False)


@router.post(f"{SCREENS}/{{screen_id}}/look")
def post_look(desk: DeskDep, screen_id: str) -> Response:
    """Ask the screen what is on its glass."""
    _require_own(desk, screen_id)
    return _lead_back("asked" if ask_picture(desk.hub, desk.store.id, screen_id) else "no_line")


@router.post(f"{SCREENS}/{{screen_id}}/identify")
def post_identify(desk: DeskDep, screen_id: str) -> Response:
    """Have the screen show its name."""
    _require_own(desk, screen_id)
    return _lead_back("identified" if ask_identity(desk.hub, desk.store.id, screen_id) else "no_line")


@router.get(f"{SCREENS}/{{screen_id}}/picture")
def show_glass(desk: DeskDep, screen_id: str) -> Response:
    """What was on its glass when it was asked last."""
    with desk.hub.database.read() as session:
        picture = find_screen_picture(session, desk.store.id, screen_id)
    if picture is None or picture.image is None:
        raise Problem(404, "not_found", "There is no picture of this screen.")
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return Response(picture.image, media_type="image/webp", headers=headers)


def _require_own(desk: Desk, screen_id: str) -> None:
    """Raise a 404 `Problem` for what is not this store's."""
    with desk.hub.database.read() as session:
        if find_screen(session, desk.store.id, screen_id) is None:
            raise Problem(404, "not_found", "There is no such screen.")


def _lead_back(said: str) -> Response:
    return RedirectResponse(f"{SCREENS}?said={said}", 303)
