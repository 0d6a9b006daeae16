"""The offers at the console: the list of them, found by a word."""

from collections.abc import Mapping
from datetime import datetime

from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.models.catalogue.offer import Offer, list_archived_offers, list_offers, state_offer
from kiosk.hub.models.store.department import Department, map_departments, name_zone
from kiosk.hub.problem import Problem
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.price_tag import Tag, make_tag
from kiosk.hub.text.words import choose_words

OFFERS = "/console/offers"

router = APIRouter(include_in_schema=False)


class OfferRow(Struct, frozen=True):
    """What the list prints of an offer; `is_on` is whether screens may show it now."""

    id: str
    title: str
    text: str
    zones: str
    picture: str | None
    tag: Tag | None
    time: str
    is_on: bool


@router.get(OFFERS)
def show_offers(desk: DeskDep, q: str = "", archived: str = "") -> Response:
    """Show the store's offers, those that hold the word that is asked for."""
    word = q.strip()[:100]
    with desk.hub.database.read() as session:
        offers = (list_archived_offers if archived else list_offers)(session, desk.store.id)
        departments = map_departments(session, desk.store.id)
        rows = [_view(desk, offer, departments) for offer in offers if _holds(offer, word)]
    values = {
        "offers": rows,
        "q": word,
        "archived": bool(archived),
        "may_change": desk.may("POST", f"{OFFERS}/new"),
    }
    return desk.show("console_offers.html", values)


def find_own_offer(desk: Desk, session: Session, offer_id: str) -> Offer:
    """The offer; raises a 404 `Problem` for what is not this store's."""
    offer = session.get(Offer, offer_id)
    if offer is None or offer.store_id != desk.store.id:
        raise Problem(404, "not_found", "There is no such offer.")
    return offer


def _holds(offer: Offer, word: str) -> bool:
    texts = (*offer.title.values(), *offer.text.values())
    return any(word.casefold() in text.casefold() for text in texts)


def _view(desk: Desk, offer: Offer, departments: Mapping[str, Department]) -> OfferRow:
    language = desk.words["page"]["language"]
    now = desk.hub.now()
    stated = state_offer(offer, now)
    zones = [name_zone(zone, departments, language) for zone in offer.zones]
    image = stated.image or stated.image_portrait
    return OfferRow(
        id=offer.id,
        title=choose_phrase(offer.title, language),
        text=choose_phrase(offer.text, language),
        zones=", ".join(zones) or desk.words["offers"]["everywhere"],
        picture=image.url if image else None,
        tag=make_tag(stated, choose_words(language)),
        time=_tell_time(desk, offer, now),
        is_on=_is_on(offer, now),
    )


def _is_on(offer: Offer, now: datetime) -> bool:
    has_begun = offer.valid_from is None or offer.valid_from <= now
    return has_begun and (offer.valid_until is None or now < offer.valid_until)


def _tell_time(desk: Desk, offer: Offer, now: datetime) -> str:
    phrases = desk.words["offers"]
    if _is_on(offer, now):
        return phrases["running"]
    if offer.valid_from and now < offer.valid_from:
        words = choose_words(desk.words["page"]["language"])
        return phrases["planned"].format(since=format_moment(offer.valid_from, now, desk.store.time_zone, words))
    return phrases["over"]
