"""The day's list: what is put aside and ordered for whom by its number, and what comes next of it."""

from zoneinfo import ZoneInfo

from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.background import BackgroundTask
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.calls import TABLET
from kiosk.hub.console.tablet.clock import print_moment
from kiosk.hub.domain.handshake.reservation import find_next
from kiosk.hub.domain.handshake.reserving import advance_reservation, read_course
from kiosk.hub.fleet.commands import ask_reload
from kiosk.hub.manners import find_midnight
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.handshake.reservation import Reservation, find_reservation, list_reservations
from kiosk.hub.problem import Problem

RESERVATIONS = f"{TABLET}/orders"

router = APIRouter(include_in_schema=False)


class ReservationView(Struct, frozen=True):
    """A reservation as the list prints it; `following` is what can be made of it, and `button` how that is called."""

    id: str
    number: str
    what: str
    state: str
    placed: str
    address: str
    following: str
    button: str


@router.get(RESERVATIONS)
def show_reservations(desk: DeskDep) -> Response:
    """Show what waits for something, and what was done today."""
    with desk.hub.database.read() as session:
        since = find_midnight(desk.hub.now(), ZoneInfo(desk.store.time_zone))
        views = [_view(desk, session, one) for one in list_reservations(session, desk.store.id, since)]
    waiting = [view for view in views if view.following]
    others = [view for view in views if not view.following]
    return desk.show("tablet_reservations.html", {"waiting": waiting, "others": others})


@router.post(f"{RESERVATIONS}/{{order_id}}")
def post_step(desk: DeskDep, order_id: str) -> Response:
    """Bring the reservation into its next state; where it was sent to is forgotten by that, and screens hear of it."""
    with desk.hub.database.erase() as session:
        reservation = find_reservation(session, desk.store.id, order_id)
        if reservation is None:
            raise Problem(404, "not_found", "This store has no such reservation.")
        advance_reservation(desk.hub, session, reservation, get_text(desk.form, "state"), desk.person.name)
    response = RedirectResponse(f"{RESERVATIONS}?said=order_noted", 303)
    response.background = BackgroundTask(ask_reload, desk.hub, desk.store.id)
    return response


def _view(desk: Desk, session: Session, reservation: Reservation) -> ReservationView:
    phrases, course = desk.words["reservations"], read_course(reservation, desk.hub.now())
    offer = session.get_one(Offer, session.get_one(Bookmark, reservation.bookmark_id).offer_id)
    title = choose_phrase(offer.title, desk.words["page"]["language"])
    following = find_next(course)
    is_unaddressed = course.way == "home" and course.state == "ordered" and reservation.address is None
    state = phrases["unaddressed" if is_unaddressed else f"{course.way}_{course.state}"]
    return ReservationView(
        id=reservation.id,
        number=reservation.number,
        what=f"{title}, {reservation.variant}" if reservation.variant else title,
        state=state.format(until=print_moment(desk, reservation.due_at) if reservation.due_at else ""),
        placed=phrases["placed"].format(moment=print_moment(desk, reservation.placed_at), person=reservation.clerk),
        address=reservation.address or "",
        following=following or "",
        button=phrases[f"to_{following}"] if following else "",
    )
