"""The loop at the console: filled, and put in order."""

from pathlib import PurePath
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form import get_files, get_text, get_texts
from kiosk.hub.console.loop_view import Shelf, view_item
from kiosk.hub.console.pictures import add_once
from kiosk.hub.console.target import read_place
from kiosk.hub.models.message import clean_text
from kiosk.hub.models.offer import list_archived_offers, list_offers
from kiosk.hub.models.picture import Picture
from kiosk.hub.models.playlist_item import PlaylistItem, list_playlist_items, order_items
from kiosk.hub.problem import Problem

LOOP = "/console/loop"
MOST_ITEMS = 200
_LONGEST_LABEL = 80

router = APIRouter(include_in_schema=False)


@router.get(LOOP)
def show_loop(desk: DeskDep) -> Response:
    """Show the loop of the store in its order."""
    return _show(desk)


@router.post(f"{LOOP}/upload")
def post_upload(desk: DeskDep) -> Response:
    """Put the chosen pictures at the loop's end; or say which of them cannot be shown."""
    taken, complaints = _take_files(desk)
    with desk.hub.database.write() as session:
        for label, picture in taken:
            add_once(session, picture)
            session.flush()
            _append(desk, session, kind="image", media_name=picture.name, label=label)
    if complaints or not taken:
        return _show(desk, complaints or [desk.words["loop"]["no_file"]])
    return _lead_back("loop_filled")


@router.post(f"{LOOP}/offer")
def post_offer(desk: DeskDep) -> Response:
    """Put an offer at the loop's end."""
    offer_id = get_text(desk.form, "offer")
    with desk.hub.database.write() as session:
        if offer_id not in {offer.id for offer in list_offers(session, desk.store.id)}:
            raise Problem(404, "not_found", "There is no such offer.")
        _append(desk, session, kind="offer", offer_id=offer_id)
    return _lead_back("loop_filled")


@router.post(f"{LOOP}/text")
def post_text(desk: DeskDep) -> Response:
    """Put a note at the loop's end, and lead to its words."""
    with desk.hub.database.write() as session:
        title = {desk.words["page"]["language"]: desk.words["loop"]["new_text"]}
        item = _append(desk, session, kind="text", title=title)
    return RedirectResponse(f"{LOOP}/{item.id}", 303)


@router.post(f"{LOOP}/order")
def post_order(desk: DeskDep) -> Response:
    """Put the loop in this order; `up` or `down` moves one item by a place, as a keyboard does."""
    with desk.hub.database.write() as session:
        items = list_playlist_items(session, desk.store.id)
        wanted = get_texts(desk.form, "items") or [item.id for item in items]
        order_items(items, _move(wanted, get_text(desk.form, "up"), get_text(desk.form, "down")))
    return _lead_back("loop_ordered")


def _show(desk: Desk, complaints: list[str] | None = None) -> Response:
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
        "complaints": complaints or [],
        "may_change": desk.may("POST", f"{LOOP}/order"),
    }
    return desk.show("console_loop.html", values, 400 if complaints else 200)


def _lead_back(said: str) -> Response:
    return RedirectResponse(f"{LOOP}?said={said}", 303)


def _append(desk: Desk, session: Session, **more: object) -> PlaylistItem:
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


def _take_files(desk: Desk) -> tuple[list[tuple[str, Picture]], list[str]]:
    """The pictures as they now lie in the media folder, with what they were called; and what is wrong with others."""
    from kiosk.hub.console.picture_file import PictureRefused  # noqa: PLC0415 # Pillow is slow to load

    taken: list[tuple[str, Picture]] = []
    complaints: list[str] = []
    for upload in get_files(desk.form, "pictures"):
        label = clean_text(PurePath(upload.filename or "").stem)[:_LONGEST_LABEL]
        try:
            taken.append((label, _take_file(desk, upload)))
        except PictureRefused as refused:
            complaints.append(f"{label}: {desk.words['complaints'][refused.flaw]}")
    return taken, complaints


def _take_file(desk: Desk, upload: UploadFile) -> Picture:
    from kiosk.hub.console.picture_file import read_picture  # noqa: PLC0415 # as above

    file = read_picture(upload.file)
    name = file.save(desk.hub.settings.media, "loop")
    return Picture(name=name, sha256=file.sha256, bytes=len(file.content))
