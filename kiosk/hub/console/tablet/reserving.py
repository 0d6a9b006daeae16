"""The form by which one of the staff puts something aside for a customer, or orders it for her."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.field_reader import FieldReader
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.calls import TABLET
from kiosk.hub.console.tablet.meeting import CUSTOMER, get_confirmed, get_kept_of, name_form, show_meeting
from kiosk.hub.domain.handshake.reservation import WAYS, Way
from kiosk.hub.domain.handshake.reserving import Wish, place_reservation
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import clean_text
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.handshake.reservation import LONGEST_VARIANT
from kiosk.hub.problem import Problem

router = APIRouter(include_in_schema=False)
_RESERVE = f"{CUSTOMER}/order/{{bookmark_id}}"
_TEMPLATE = "tablet_reserve.html"
_USUAL = timedelta(days=2)
_LONGEST = timedelta(days=60)


@router.get(_RESERVE)
def show_reserve(desk: DeskDep, handshake_id: str, bookmark_id: str) -> Response:
    """Ask which one, by which way, and until when."""
    with desk.hub.database.read() as session:
        handshake, bookmark = _find(desk, session, handshake_id, bookmark_id)
        until = (desk.hub.now() + _USUAL).astimezone(ZoneInfo(desk.store.time_zone)).strftime("%Y-%m-%dT%H:%M")
        typed = {"way": WAYS[0], "variant": "", "until": until}
        return show_meeting(desk, handshake, _TEMPLATE, _view(desk, session, bookmark, typed))


@router.post(_RESERVE)
def post_reserve(desk: DeskDep, handshake_id: str, bookmark_id: str) -> Response:
    """Do it, once, or say what is missing."""
    typed = {name: get_text(desk.form, name) for name in ("way", "variant", "until")}
    with desk.hub.database.write() as session:
        handshake, bookmark = _find(desk, session, handshake_id, bookmark_id)
        wish = _read_wish(desk, bookmark, typed)
        if wish is None:
            values = _view(desk, session, bookmark, typed)
            complaints = {"until": desk.words["tablet"]["complaint_until"]}
            return show_meeting(desk, handshake, _TEMPLATE, {**values, "complaints": complaints}, 400)
        place_reservation(desk.hub, session, handshake, wish, name_form(desk, handshake_id))
    return RedirectResponse(f"{TABLET}/customers/{handshake_id}/see/kept?said=order_{wish.way}", 303)


def _find(desk: Desk, session: Session, handshake_id: str, bookmark_id: str) -> tuple[Handshake, Bookmark]:
    handshake = get_confirmed(desk, session, handshake_id, "kept")
    return handshake, get_kept_of(session, handshake, bookmark_id)


def _read_wish(desk: Desk, bookmark: Bookmark, typed: dict[str, str]) -> Wish | None:
    """`None`: it is to be put aside until a time that is none, or past, or far away."""
    if typed["way"] not in WAYS:
        raise Problem(400, "malformed", "There is no such way.")
    way, now = msgspec.convert(typed["way"], Way), desk.hub.now()
    until = FieldReader(typed, desk.store.time_zone).read_moment("until") if way == "reserve" else None
    variant = " ".join(clean_text(typed["variant"]).split())[:LONGEST_VARIANT]
    return None if way == "reserve" and not _is_soon(until, now) else Wish(bookmark, way, variant, until)


def _is_soon(until: datetime | None, now: datetime) -> bool:
    return until is not None and now < until <= now + _LONGEST


def _view(desk: Desk, session: Session, bookmark: Bookmark, typed: Mapping[str, str]) -> dict[str, object]:
    phrases = desk.words["tablet"]
    offer = session.get_one(Offer, bookmark.offer_id)
    return {
        "bookmark": bookmark.id,
        "title": choose_phrase(offer.title, desk.words["page"]["language"]),
        "ways": [(way, phrases[f"way_{way}"]) for way in WAYS],
        "typed": typed,
        "longest": LONGEST_VARIANT,
        "complaints": {},
    }
