"""What a customer shows, on the tablet of who asked for it: live, until it ends, and each look on her record."""

from typing import Literal

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import LIVE_CUSTOMER, Desk, DeskDep
from kiosk.hub.console.members.calls import TABLET
from kiosk.hub.console.tablet.customer_view import view_conversation, view_kept, view_wishes
from kiosk.hub.console.tablet.meeting import CUSTOMER, get_confirmed, get_meeting, show_meeting
from kiosk.hub.domain.handshake.agreement import Share
from kiosk.hub.domain.handshake.meeting import end_handshake
from kiosk.hub.domain.people.deed import add_deed
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.handshake.handshake_step import note_look
from kiosk.hub.problem import Problem

router = APIRouter(include_in_schema=False)
_SEE = f"{CUSTOMER}/see/{{part}}"
_OVER = f"{TABLET}?said=handshake_over"


@router.get(CUSTOMER)
def show_customer(desk: DeskDep, handshake_id: str) -> Response:
    """Wait for her answer, then lead to the first part that she shares."""
    with desk.hub.database.read() as session:
        handshake = get_meeting(desk, session, handshake_id)
    if handshake.state == "confirmed":
        return RedirectResponse(_find_first(handshake), 303)
    return show_meeting(desk, handshake, "tablet_waiting.html", {})


@router.get(_SEE)
def show_part(desk: DeskDep, handshake_id: str, part: Share) -> Response:
    """Show a part that she shares."""
    return _show(desk, handshake_id, part)


@router.get(LIVE_CUSTOMER)
def show_live_part(desk: DeskDep, handshake_id: str, part: Share | Literal["status"]) -> Response:
    """The same, for a page that stands open; who has nothing to see there any more is led away at once."""
    try:
        return _show_status(desk, handshake_id) if part == "status" else _show(desk, handshake_id, part)
    except Problem:
        return Response(status_code=204, headers={"HX-Redirect": _OVER})


@router.post(f"{CUSTOMER}/end")
def post_end(desk: DeskDep, handshake_id: str) -> Response:
    """See nothing of hers any more."""
    with desk.hub.database.write() as session:
        end_handshake(desk.hub, session, get_meeting(desk, session, handshake_id))
    return RedirectResponse(_OVER, 303)


def _find_first(handshake: Handshake) -> str:
    first = f"see/{handshake.shares[0]}" if handshake.shares else "coupon"
    return f"{TABLET}/customers/{handshake.id}/{first}"


def _show_status(desk: Desk, handshake_id: str) -> Response:
    """Her answer leads from the waiting to what she shares."""
    with desk.hub.database.read() as session:
        handshake = get_meeting(desk, session, handshake_id)
    is_answered = handshake.state == "confirmed" and desk.page.request.query_params.get("from") == "waiting"
    if is_answered:
        return Response(status_code=204, headers={"HX-Redirect": _find_first(handshake)})
    return show_meeting(desk, handshake, "tablet_status.html", {})


def _show(desk: Desk, handshake_id: str, part: Share) -> Response:
    """Show it with the look on both records, hers and the store's: neither is without the other."""
    with desk.hub.database.write() as session:
        handshake = get_confirmed(desk, session, handshake_id, part)
        if note_look(session, handshake.id, part, desk.hub.now()):
            add_deed(desk.hub, session, desk.person, f"GET {_SEE}")
        values = _gather(desk, session, handshake, part)
    return show_meeting(desk, handshake, f"tablet_{part}.html", {**values, "part": part})


def _gather(desk: Desk, session: Session, handshake: Handshake, part: Share) -> dict[str, object]:
    match part:
        case "kept":
            return view_kept(desk, session, handshake)
        case "wishes":
            return view_wishes(desk, session, handshake)
        case "conversation":
            return view_conversation(desk, session, handshake)
