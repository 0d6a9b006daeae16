"""The loop at the console: filled, and put in order."""

from zoneinfo import ZoneInfo

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.field_reader import FieldReader, type_moment
from kiosk.hub.console.form.form import get_text, get_texts
from kiosk.hub.console.loop.loop_view import Shelf, view_item
from kiosk.hub.console.loop.target import read_place
from kiosk.hub.models.catalogue.offer import list_archived_offers, list_offers
from kiosk.hub.models.catalogue.playlist_item import PlaylistItem, list_playlist_items, order_items
from kiosk.hub.models.store.store import get_store
from kiosk.hub.problem import Problem

LOOP = "/console/loop"
MOST_ITEMS = 200

router = APIRouter(include_in_schema=False)


@router.get(LOOP)
def show_loop(desk: DeskDep) -> Response:
    """Show the loop of the store in its order."""
    return show_page(desk)


@router.post(f"{LOOP}/offer")
def post_offer(desk: DeskDep) -> Response:
    """Put an offer at the loop's end."""
    offer_id = get_text(desk.form, "offer")
    with desk.hub.database.write() as session:
        if offer_id not in {offer.id for offer in list_offers(session, desk.store.id)}:
            raise Problem(404, "not_found", "There is no such offer.")
        append_item(desk, session, kind="offer", offer_id=offer_id)
    return lead_back("loop_filled")


@router.post(f"{LOOP}/text")
def post_text(desk: DeskDep) -> Response:
    """Put a note at the loop's end, or a line of the ticker, and lead to its words."""
    kind = "ticker" if get_text(desk.form, "kind") == "ticker" else "text"
    with desk.hub.database.write() as session:
        title = {desk.words["page"]["language"]: desk.words["loop"][f"new_{kind}"]}
        item = append_item(desk, session, kind=kind, title=title)
    return RedirectResponse(f"{LOOP}/{item.id}", 303)


@router.post(f"{LOOP}/order")
def post_order(desk: DeskDep) -> Response:
    """Put the loop in this order; `up` or `down` moves one item by a place, as a keyboard does."""
    with desk.hub.database.write() as session:
        items = list_playlist_items(session, desk.store.id)
        wanted = get_texts(desk.form, "items") or [item.id for item in items]
        order_items(items, _move(wanted, get_text(desk.form, "up"), get_text(desk.form, "down")))
    return lead_back("loop_ordered")


@router.post(f"{LOOP}/epoch")
def post_epoch(desk: DeskDep) -> Response:
    """Have all screens play in step, as if they had begun together at this time; or each by itself, without one."""
    reader = FieldReader({"epoch": get_text(desk.form, "epoch")}, desk.store.time_zone)
    epoch = reader.read_moment("epoch")
    if reader.complaints:
        return show_page(desk, [desk.words["complaints"]["no_time"]])
    with desk.hub.database.write() as session:
        get_store(session, desk.store.id).playlist_epoch = epoch
    return lead_back("loop_stepped")


def show_page(desk: Desk, complaints: list[str] | None = None) -> Response:
    """The page, with what is wrong with what was sent."""
    local = desk.hub.now().astimezone(ZoneInfo(desk.store.time_zone))
    language = desk.words["page"]["language"]
    with desk.hub.database.read() as session:
        offers = [*list_offers(session, desk.store.id), *list_archived_offers(session, desk.store.id)]
        targets = dict(read_place(session, desk.store.id).list_choices(desk.words))
        shelf = Shelf({offer.id: offer for offer in offers}, targets)
        rows = [view_item(item, shelf, local, desk.words) for item in list_playlist_items(session, desk.store.id)]
    values = {
        "items": rows,
        "offers": [(one.id, choose_phrase(one.title, language)) for one in offers if one.archived_at is None],
        "epoch": type_moment(desk.store.playlist_epoch, desk.store.time_zone),
        "complaints": complaints or [],
        "may_change": desk.may("POST", f"{LOOP}/order"),
    }
    return desk.show("console_loop.html", values, 400 if complaints else 200)


def lead_back(said: str) -> Response:
    """To the page, which says so."""
    return RedirectResponse(f"{LOOP}?said={said}", 303)


def append_item(desk: Desk, session: Session, **more: object) -> PlaylistItem:
    """A new item at the end; raises a 409 `Problem` for more than anybody would watch."""
    items = list_playlist_items(session, desk.store.id)
    if len(items) >= MOST_ITEMS:
        raise Problem(409, "loop_full", f"A loop has at most {MOST_ITEMS} items.")
    place = max((item.place for item in items), default=-1) + 1
    item = PlaylistItem(id=f"p-{desk.hub.mint()[:10]}", store_id=desk.store.id, place=place, **more)  # type: ignore[arg-type] # as its columns are
    session.add(item)
    session.flush()
    return item


def _move(wanted: list[str], up: str, down: str) -> list[str]:
    """The order with one item a place nearer to either end."""
    moved, step = (up, -1) if up else (down, 1)
    if moved not in wanted:
        return wanted
    place = wanted.index(moved)
    others = [one for one in wanted if one != moved]
    others.insert(max(0, place + step), moved)
    return others
