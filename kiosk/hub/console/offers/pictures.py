"""The pictures of an offer at the console: one for screens that lie, one for those that stand."""

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import SIDES, get_file, get_text
from kiosk.hub.console.offers.draft import LONGEST_TEXT
from kiosk.hub.console.offers.offers import OFFERS, find_own_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.picture import Picture, find_picture, state_media
from kiosk.hub.models.conversation.message import clean_text

router = APIRouter(include_in_schema=False)


@router.get(f"{OFFERS}/{{offer_id}}/pictures")
def show_pictures(desk: DeskDep, offer_id: str) -> Response:
    """Show both pictures, and room for others."""
    with desk.hub.database.read() as session:
        return _show(desk, find_own_offer(desk, session, offer_id))


@router.post(f"{OFFERS}/{{offer_id}}/pictures")
def post_pictures(desk: DeskDep, offer_id: str) -> Response:
    """Take those pictures that were chosen, and their description; or say what is wrong, or who was faster."""
    taken, complaints = _take_files(desk, offer_id)
    with desk.hub.database.write() as session:
        offer = find_own_offer(desk, session, offer_id)
        alt, too_long = _read_alt(desk)
        complaints |= too_long
        is_late = get_text(desk.form, "version") != str(offer.version)
        if complaints or is_late:
            return _show(desk, offer, complaints, is_late=is_late)
        for picture in taken.values():
            add_once(session, picture)
        session.flush()
        offer.image_name = taken["landscape"].name if "landscape" in taken else offer.image_name
        offer.image_portrait_name = taken["portrait"].name if "portrait" in taken else offer.image_portrait_name
        offer.image_alt = alt
        offer.version += 1
    return RedirectResponse(f"{OFFERS}/{offer_id}?said=saved", 303)


def _show(desk: Desk, offer: Offer, complaints: dict[str, str] | None = None, *, is_late: bool = False) -> Response:
    kept = {one: offer.image_alt.get(one, "") for one in ("de", "en")}
    typed = {one: get_text(desk.form, f"alt_{one}") for one in ("de", "en")}
    pictures = dict(zip(SIDES, map(state_media, (offer.image, offer.image_portrait)), strict=True))
    language = desk.words["page"]["language"]
    values = {
        "offer": offer,
        "title": choose_phrase(offer.title, language),
        "pictures": {side: picture.url if picture else None for side, picture in pictures.items()},
        "alt": typed if complaints or is_late else kept,
        "differences": {one: kept[one] for one in kept if kept[one] != typed[one]},
        "is_late": is_late,
        "shown_alt": choose_phrase(offer.image_alt, language),
        "complaints": complaints or {},
        "may_change": desk.may("POST", f"{OFFERS}/{{offer_id}}/pictures"),
    }
    return desk.show("console_pictures.html", values, 409 if is_late else 400 if complaints else 200)


def _take_files(desk: Desk, offer_id: str) -> tuple[dict[str, Picture], dict[str, str]]:
    """The chosen pictures as they now lie in the media folder, and by side what is wrong with others."""
    from kiosk.hub.console.offers.picture_file import PictureRefused, read_picture  # noqa: PLC0415 # Pillow is slow to load

    taken: dict[str, Picture] = {}
    complaints: dict[str, str] = {}
    with desk.hub.database.read() as session:
        find_own_offer(desk, session, offer_id)  # of another's offer nothing is decoded
    for side in SIDES:
        upload = get_file(desk.form, side)
        if upload is None:
            continue
        try:
            file = read_picture(upload.file, side)
        except PictureRefused as refused:
            complaints[side] = desk.words["complaints"][refused.flaw]
            continue
        name = file.save(desk.hub.settings.media, f"{offer_id}-{side}")
        taken[side] = Picture(name=name, sha256=file.sha256, bytes=len(file.content))
    return taken, complaints


def add_once(session: Session, picture: Picture) -> None:
    """Know the picture, if it is not known yet."""
    if find_picture(session, picture.name) is None:
        session.add(picture)


def _read_alt(desk: Desk) -> tuple[dict[str, str], dict[str, str]]:
    alt = {one: " ".join(clean_text(get_text(desk.form, f"alt_{one}")).split()) for one in ("de", "en")}
    phrase = desk.words["complaints"]["too_long"].format(most=LONGEST_TEXT)
    too_long = {f"alt_{one}": phrase for one, text in alt.items() if len(text) > LONGEST_TEXT}
    return {one: text for one, text in alt.items() if text}, too_long
