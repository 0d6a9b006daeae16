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
from kiosk.hub.domain.handshake.order import find_next
from kiosk.hub.domain.handshake.ordering import advance_order, read_course
from kiosk.hub.fleet.commands import ask_reload
from kiosk.hub.manners import find_midnight
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.handshake.order import Order, find_order, list_orders
from kiosk.hub.problem import Problem

ORDERS = f"{TABLET}/orders"

router = APIRouter(include_in_schema=False)


class OrderView(Struct, frozen=True):
    """An order as the list prints it; `following` is what can be made of it, and `button` how that is called."""

    id: str
    number: str
    what: str
    state: str
    placed: str
    address: str
    following: str
    button: str


@router.get(ORDERS)
def show_orders(desk: DeskDep) -> Response:
    """Show what waits for something, and what was done today."""
    with desk.hub.database.read() as session:
        since = find_midnight(desk.hub.now(), ZoneInfo(desk.store.time_zone))
        views = [_view(desk, session, order) for order in list_orders(session, desk.store.id, since)]
    waiting = [view for view in views if view.following]
    return desk.show("tablet_orders.html", {"waiting": waiting, "others": [one for one in views if not one.following]})


@router.post(f"{ORDERS}/{{order_id}}")
def post_step(desk: DeskDep, order_id: str) -> Response:
    """Bring the order into its next state; where it was sent to is forgotten by that, and screens hear of it."""
    with desk.hub.database.erase() as session:
        order = find_order(session, desk.store.id, order_id)
        if order is None:
            raise Problem(404, "not_found", "This store has no such order.")
        advance_order(desk.hub, session, order, get_text(desk.form, "state"), desk.person.name)
    response = RedirectResponse(f"{ORDERS}?said=order_noted", 303)
    response.background = BackgroundTask(ask_reload, desk.hub, desk.store.id)
    return response


def _view(desk: Desk, session: Session, order: Order) -> OrderView:
    phrases, course = desk.words["orders"], read_course(order, desk.hub.now())
    offer = session.get_one(Offer, session.get_one(Bookmark, order.bookmark_id).offer_id)
    title = choose_phrase(offer.title, desk.words["page"]["language"])
    following = find_next(course)
    is_unaddressed = course.way == "home" and course.state == "ordered" and order.address is None
    state = phrases["unaddressed" if is_unaddressed else f"{course.way}_{course.state}"]
    return OrderView(
        id=order.id,
        number=order.number,
        what=f"{title}, {order.variant}" if order.variant else title,
        state=state.format(until=print_moment(desk, order.due_at) if order.due_at else ""),
        placed=phrases["placed"].format(moment=print_moment(desk, order.placed_at), person=order.clerk),
        address=order.address or "",
        following=following or "",
        button=phrases[f"to_{following}"] if following else "",
    )
