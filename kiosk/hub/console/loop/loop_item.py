"""One item of the loop at the console: when it plays, how often and where; and what a note says."""

from collections.abc import Mapping
from types import MappingProxyType

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.field_reader import Complaint
from kiosk.hub.console.loop.loop import LOOP
from kiosk.hub.console.loop.loop_form import TAPPED, TIMED, WORDED, TypedItem, put_item, read_item, type_item
from kiosk.hub.console.loop.loop_view import find_title
from kiosk.hub.console.loop.target import read_place
from kiosk.hub.models.catalogue.offer import find_offer, list_offers
from kiosk.hub.models.catalogue.picture import state_media
from kiosk.hub.models.catalogue.playlist_item import PlaylistItem, find_playlist_item
from kiosk.hub.problem import Problem

router = APIRouter(include_in_schema=False)


@router.get(f"{LOOP}/{{item_id}}")
def show_item(desk: DeskDep, item_id: str) -> Response:
    """The form, filled from what is kept."""
    with desk.hub.database.read() as session:
        item = find_own_item(desk, session, item_id)
        return show_form(desk, session, item, type_item(item, desk.store.time_zone))


@router.post(f"{LOOP}/{{item_id}}")
def post_item(desk: DeskDep, item_id: str) -> Response:
    """Keep the item as it is typed, or say what is wrong."""
    typed = read_item(desk.form)
    with desk.hub.database.write() as session:
        item = find_own_item(desk, session, item_id)
        place, offers = read_place(session, desk.store.id), _map_offers(desk, session)
        complaints = put_item(item, typed, place, offers, desk.store.time_zone)
        if complaints:
            session.expire(item)
            return show_form(desk, session, item, typed, _phrase(desk, complaints))
    return RedirectResponse(f"{LOOP}?said=saved", 303)


@router.post(f"{LOOP}/{{item_id}}/remove")
def post_remove(desk: DeskDep, item_id: str) -> Response:
    """Take the item out of the loop; its offer stays, and so does its picture."""
    with desk.hub.database.write() as session:
        session.delete(find_own_item(desk, session, item_id))
    return RedirectResponse(f"{LOOP}?said=loop_removed", 303)


def find_own_item(desk: Desk, session: Session, item_id: str) -> PlaylistItem:
    """The item; raises a 404 `Problem` for what is not this store's."""
    item = find_playlist_item(session, item_id)
    if item is None or item.store_id != desk.store.id:
        raise Problem(404, "not_found", "There is no such item.")
    return item


def show_form(
    desk: Desk,
    session: Session,
    item: PlaylistItem,
    typed: TypedItem,
    complaints: Mapping[str, str] = MappingProxyType({}),
) -> Response:
    """The form of the item as it is typed, and by field what is wrong with it."""
    values = {
        "item": item,
        "name": find_title(item, find_offer(session, item.offer_id) if item.offer_id else None, desk.words),
        "typed": typed,
        "choices": read_place(session, desk.store.id).list_choices(desk.words),
        "offers": [("", desk.words["loop"]["no_offer"]), *_map_offers(desk, session).items()],
        "shows": {"words": item.kind in WORDED, "offer": item.kind in TAPPED, "seconds": item.kind in TIMED},
        "media": state_media(item.media),
        "upright": state_media(item.media_portrait),
        "complaints": complaints,
        "may_change": desk.may("POST", f"{LOOP}/{{item_id}}"),
    }
    return desk.show("console_loop_item.html", values, 400 if complaints else 200)


def _map_offers(desk: Desk, session: Session) -> dict[str, str]:
    """The titles of the store's offers, by id."""
    language = desk.words["page"]["language"]
    return {one.id: choose_phrase(one.title, language) for one in list_offers(session, desk.store.id)}


def _phrase(desk: Desk, complaints: Mapping[str, Complaint]) -> dict[str, str]:
    phrases = desk.words["complaints"]
    return {name: phrases[one.name].format(least=one.least, most=one.most) for name, one in complaints.items()}
