"""The offers of the store that one of the staff may put into a customer's keeping, as many as the manager allows."""

from datetime import datetime

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.calls import TABLET
from kiosk.hub.console.tablet.meeting import CUSTOMER, get_confirmed, name_form, show_meeting
from kiosk.hub.domain.handshake.gift import count_left, give_coupon
from kiosk.hub.models.catalogue.offer import Offer, list_offers
from kiosk.hub.problem import Problem

router = APIRouter(include_in_schema=False)
_COUPON = f"{CUSTOMER}/coupon"
_SPENT = ("gifts_spent", "budget_spent")


@router.get(_COUPON)
def show_coupons(desk: DeskDep, handshake_id: str) -> Response:
    """Show what there is to give."""
    return _show(desk, handshake_id)


@router.post(_COUPON)
def post_coupon(desk: DeskDep, handshake_id: str) -> Response:
    """Give it, once, or say why it cannot be given."""
    try:
        with desk.hub.database.write() as session:
            handshake = get_confirmed(desk, session, handshake_id)
            offer = _find_offer(desk, session, get_text(desk.form, "offer"))
            give_coupon(desk.hub, session, handshake, offer, f"gift-{name_form(desk, handshake_id)}")
    except Problem as problem:
        if problem.code not in _SPENT:
            raise
        return _show(desk, handshake_id, problem)
    return RedirectResponse(f"{TABLET}/customers/{handshake_id}/coupon?said=coupon_given", 303)


def _show(desk: Desk, handshake_id: str, problem: Problem | None = None) -> Response:
    language, phrases = desk.words["page"]["language"], desk.words["tablet"]
    with desk.hub.database.read() as session:
        handshake = get_confirmed(desk, session, handshake_id)
        left = count_left(desk.hub, session, desk.store.id, desk.person.id)
        offers = [(one.id, choose_phrase(one.title, language)) for one in _list_given(desk, session)]
    values = {
        "offers": offers,
        "left": phrases["coupons_left"].format(count=left),
        "may_give": left > 0 and bool(offers),
        "complaint": phrases[f"complaint_{problem.code}"] if problem else "",
    }
    return show_meeting(desk, handshake, "tablet_coupon.html", values, problem.status if problem else 200)


def _list_given(desk: Desk, session: Session) -> list[Offer]:
    """Those that hold now, whomever screens show them to."""
    now = desk.hub.now()
    return [one for one in list_offers(session, desk.store.id) if one.bookmarkable and _holds(one, now)]


def _holds(offer: Offer, now: datetime) -> bool:
    return (offer.valid_from is None or offer.valid_from <= now) and (
        offer.valid_until is None or now < offer.valid_until
    )


def _find_offer(desk: Desk, session: Session, offer_id: str) -> Offer:
    found = next((one for one in _list_given(desk, session) if one.id == offer_id), None)
    if found is None:
        raise Problem(404, "not_found", "There is no such offer now.")
    return found
