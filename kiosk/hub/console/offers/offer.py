"""One offer at the console: made, changed, put into the archive and brought back."""

from zoneinfo import ZoneInfo

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.conditions import GROUPS, fill_up, list_deeper
from kiosk.hub.console.form.field_reader import Complaint
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.offers.draft import CURRENCY, Draft, read_draft
from kiosk.hub.console.offers.offer_picture import list_pictures
from kiosk.hub.console.offers.offers import OFFERS, find_own_offer
from kiosk.hub.console.offers.preview import preview_offer
from kiosk.hub.console.offers.reach_words import tell_reach
from kiosk.hub.console.offers.rule_words import tell_rule
from kiosk.hub.console.offers.typed import Typed, leave_blank, list_differences, read_typed, type_offer
from kiosk.hub.domain.attribution.control_share import has_other_share
from kiosk.hub.domain.screens.reach import measure_reach_now
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.price import Price, reckon_reduction
from kiosk.hub.models.members.member import list_segments
from kiosk.hub.models.screens.screen import list_zones
from kiosk.hub.models.store.department import map_departments, name_zone

NEW = "new"
_SAVE, _COUNT = "save", "count"
_ID_LETTERS = 10

router = APIRouter(include_in_schema=False)


@router.get(f"{OFFERS}/{NEW}")
def show_new(desk: DeskDep) -> Response:
    """An empty form."""
    with desk.hub.database.read() as session:
        return _show(desk, session, None, leave_blank())


@router.post(f"{OFFERS}/{NEW}")
def post_new(desk: DeskDep) -> Response:
    """Make the offer, and lead to its pictures."""
    typed = read_typed(desk.form)
    with desk.hub.database.write() as session:
        draft = read_draft(typed, None, desk.store.time_zone)
        if get_text(desk.form, "intent") != _SAVE or draft.complaints:
            return _show(desk, session, None, typed)
        offer = _add_offer(desk, session, draft)
    return RedirectResponse(f"{OFFERS}/{offer.id}/pictures?said=created", 303)


@router.get(f"{OFFERS}/{{offer_id}}")
def show_offer(desk: DeskDep, offer_id: str, count: str = "") -> Response:
    """The form, filled from what is kept; whom it reaches if that is asked, for to count takes a moment."""
    with desk.hub.database.read() as session:
        offer = find_own_offer(desk, session, offer_id)
        return _show(desk, session, offer, _type(desk, offer), counts=bool(count))


@router.post(f"{OFFERS}/{{offer_id}}")
def post_offer(desk: DeskDep, offer_id: str) -> Response:
    """Keep the offer as it is typed; or only preview it, or say what is wrong, or that somebody else was faster."""
    typed = read_typed(desk.form)
    with desk.hub.database.write() as session:
        offer = find_own_offer(desk, session, offer_id)
        draft = _read(desk, session, offer, typed)
        if get_text(desk.form, "intent") != _SAVE or draft.complaints or typed.version != str(offer.version):
            return _show(desk, session, offer, typed)
        _put(offer, draft)
        _put_price(desk, session, offer, draft)
    return RedirectResponse(f"{OFFERS}/{offer_id}?said=saved", 303)


@router.post(f"{OFFERS}/{{offer_id}}/archive")
def post_archive(desk: DeskDep, offer_id: str) -> Response:
    """Show the offer no more."""
    with desk.hub.database.write() as session:
        offer = find_own_offer(desk, session, offer_id)
        offer.archived_at = offer.archived_at or desk.hub.now()
        offer.version += 1
    return RedirectResponse(f"{OFFERS}?said=archived", 303)


@router.post(f"{OFFERS}/{{offer_id}}/restore")
def post_restore(desk: DeskDep, offer_id: str) -> Response:
    """Show the offer again."""
    with desk.hub.database.write() as session:
        offer = find_own_offer(desk, session, offer_id)
        offer.archived_at = None
        offer.version += 1
    return RedirectResponse(f"{OFFERS}/{offer_id}?said=restored", 303)


def _type(desk: Desk, offer: Offer) -> Typed:
    return type_offer(offer, desk.hub.now(), desk.store.time_zone, desk.words["page"]["language"])


def _read(desk: Desk, session: Session, offer: Offer | None, typed: Typed) -> Draft:
    draft = read_draft(typed, offer, desk.store.time_zone)
    if offer and draft.control != offer.control and has_other_share(session, offer, draft.control):
        draft.complaints["control_share"] = Complaint("other_share")
    return draft


def _show(desk: Desk, session: Session, offer: Offer | None, typed: Typed, *, counts: bool = False) -> Response:
    """The form with what is typed, its preview, and why it was not kept if that was asked."""
    time_zone, words = desk.store.time_zone, desk.words
    draft = _read(desk, session, offer, typed)
    is_asked = get_text(desk.form, "intent") == _SAVE
    is_late = offer is not None and is_asked and typed.version != str(offer.version)
    differences = list_differences(typed, _type(desk, offer)) if offer and is_late else []
    complaints = {
        name: words["complaints"][complaint.name].format(least=complaint.least, most=complaint.most)
        for name, complaint in (draft.complaints.items() if is_asked else ())
    }
    preview = preview_offer(offer, draft, desk.hub.now(), time_zone, words)
    values = {
        "offer": offer,
        "typed": typed,
        "version": offer.version if offer else "",
        "complaints": complaints,
        "is_late": is_late,
        "differences": differences,
        "preview": preview,
        "pictures": list_pictures(desk, session, preview.offer),
        "currency": offer.currency if offer else CURRENCY,
        "zones": _list_zones(desk, session, typed),
        "segments": list_segments(session, desk.store.id),
        "rows": fill_up(typed.conditions),
        "deeper": _list_deeper(desk, session, draft),
        "known_zones": list_zones(session, desk.store.id),
        "reach": _tell_reach(desk, session, draft) if counts or get_text(desk.form, "intent") == _COUNT else "",
        "may_change": desk.may("POST", f"{OFFERS}/{NEW}"),
    }
    return desk.show("console_offer.html", values, 409 if is_late else 400 if complaints else 200)


def _list_zones(desk: Desk, session: Session, typed: Typed) -> list[tuple[str, str]]:
    """The zones that any screen of the store stands in, and those of the offer, with their names."""
    departments, language = map_departments(session, desk.store.id), desk.words["page"]["language"]
    zones = sorted({*list_zones(session, desk.store.id), *typed.zones})
    return [(zone, name_zone(zone, departments, language)) for zone in zones]


def _list_deeper(desk: Desk, session: Session, draft: Draft) -> list[str]:
    """What no row can say, in words."""
    departments, words = map_departments(session, desk.store.id), desk.words
    return [
        words["conditions"][f"deeper_{group}"].format(rule=tell_rule(rule, departments, words))
        for group in GROUPS
        for rule in list_deeper(getattr(draft.audience, group))
    ]


def _tell_reach(desk: Desk, session: Session, draft: Draft) -> str:
    local = desk.hub.now().astimezone(ZoneInfo(desk.store.time_zone))
    return tell_reach(measure_reach_now(session, desk.store.id, draft.audience, draft.zones, local), desk.words)


def _add_offer(desk: Desk, session: Session, draft: Draft) -> Offer:
    # The code on a screen holds the id: a short one is a coarse code, which phones read from afar.
    offer_id = f"o-{desk.hub.mint()[:_ID_LETTERS]}"
    offer = Offer(id=offer_id, store_id=desk.store.id, title={}, text={}, currency=CURRENCY)
    _put(offer, draft)
    offer.version = 1
    session.add(offer)
    session.flush()
    _put_price(desk, session, offer, draft)
    return offer


def _put(offer: Offer, draft: Draft) -> None:
    offer.title = {**_keep_others(offer.title), **draft.title}
    offer.text = {**_keep_others(offer.text), **draft.text}
    offer.valid_from, offer.valid_until = draft.valid_from, draft.valid_until
    offer.zones = draft.zones
    offer.audience = draft.audience
    offer.priority = draft.priority
    offer.per_shopper_day, offer.per_screen_hour = draft.per_shopper_day, draft.per_screen_hour
    offer.per_screen_day = draft.per_screen_day
    offer.unit = {**_keep_others(offer.unit), **draft.unit}
    offer.content, offer.content_per = draft.content, draft.content_per
    offer.dayparts = draft.dayparts
    offer.budget, offer.control = draft.budget, draft.control
    offer.version += 1


def _keep_others(words: dict[str, str]) -> dict[str, str]:
    """The languages that the form does not ask for."""
    return {language: text for language, text in words.items() if language not in {"de", "en"}}


def _put_price(desk: Desk, session: Session, offer: Offer, draft: Draft) -> None:
    """Note a new price, from now on; what it was before stays as evidence."""
    now = desk.hub.now()
    if draft.price is not None and draft.price != reckon_reduction(offer.prices, now).amount:
        session.merge(Price(offer_id=offer.id, since=now, amount=draft.price))
