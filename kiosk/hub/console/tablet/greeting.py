"""How one of the staff asks a customer to show something: by the code of her phone, or by her card at a screen."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.calls import TABLET
from kiosk.hub.console.tablet.tablet import make_clerk, show_tablet
from kiosk.hub.domain.handshake.meeting import ask_by_code
from kiosk.hub.models.handshake.card_ask import CardAsk, open_card_ask
from kiosk.hub.models.screens.screen import find_screen
from kiosk.hub.problem import Problem

router = APIRouter(include_in_schema=False)
_LONGEST = 500


@router.post(f"{TABLET}/code")
def post_code(desk: DeskDep) -> Response:
    """Ask her whose phone shows this code. Each try counts: nobody greets more than five in a minute."""
    desk.hub.greetings.enter(desk.person.id, desk.hub.now())
    typed = get_text(desk.form, "code").strip()[:_LONGEST]
    try:
        with desk.hub.database.write() as session:
            handshake = ask_by_code(desk.hub, session, desk.store.id, make_clerk(desk), typed)
    except Problem as problem:
        return _complain(desk, problem)
    return RedirectResponse(f"{TABLET}/customers/{handshake.id}", 303)


@router.post(f"{TABLET}/card")
def post_card(desk: DeskDep) -> Response:
    """Wait at this screen for a card, from now on."""
    screen_id = get_text(desk.form, "screen")
    with desk.hub.database.write() as session:
        if find_screen(session, desk.store.id, screen_id) is None:
            raise Problem(404, "not_found", "This store has no such screen.")
        waiting = CardAsk(
            clerk_id=desk.person.id, store_id=desk.store.id, screen_id=screen_id, opened_at=desk.hub.now()
        )
        open_card_ask(session, waiting)
    return RedirectResponse(TABLET, 303)


def _complain(desk: Desk, problem: Problem) -> Response:
    complaint = desk.words["tablet"][f"complaint_{problem.code}"]
    return show_tablet(desk, complaints={"code": complaint}, status=problem.status)
