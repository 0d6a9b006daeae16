"""Why a screen does not show an offer, to anybody or to a member: asked at the console, by the screens' own rules."""

from collections.abc import Mapping
from types import MappingProxyType
from zoneinfo import ZoneInfo

from fastapi import APIRouter
from msgspec import structs
from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.contract.phrase import choose_phrase
from kiosk.contract.shopper import Shopper
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.members import find_said_member
from kiosk.hub.console.offers.offers import OFFERS, find_own_offer
from kiosk.hub.console.offers.reason_words import ReasonView, view_reasons
from kiosk.hub.domain.benefits.coupon_life import count_taken
from kiosk.hub.domain.screens.known_shoppers import gather_crowd, state_person
from kiosk.hub.domain.screens.reach import describe_anybody
from kiosk.hub.domain.screens.targeting import target_offer
from kiosk.hub.models.catalogue.offer import Offer, state_offer
from kiosk.hub.models.people.record_look import note_record_look
from kiosk.hub.models.screens.screen import Screen, list_screens
from kiosk.hub.models.store.department import map_departments
from kiosk.offers.explanation import EXPOSING, explain_exclusion
from kiosk.offers.situation import Situation

WHY = f"{OFFERS}/{{offer_id}}/why"

router = APIRouter(include_in_schema=False)


@router.get(WHY)
def show_question(desk: DeskDep, offer_id: str) -> Response:
    """Ask at which screen, and for whom."""
    with desk.hub.database.read() as session:
        return _show(desk, session, find_own_offer(desk, session, offer_id), {})


@router.post(WHY)
def post_question(desk: DeskDep, offer_id: str) -> Response:
    """Say which rules keep the offer from that screen now; the code stays in no address."""
    code = get_text(desk.form, "code").strip()[:128]
    with desk.hub.database.write() as session:
        offer = find_own_offer(desk, session, offer_id)
        screen = _find_screen(desk, session)
        member = find_said_member(desk, session, code) if code else None
        if screen is None or (code and member is None):
            words = desk.words["complaints"]
            unknown = {"code": words["member_unknown"]} if screen else {"screen": words["no_target"]}
            return _show(desk, session, offer, unknown)
        if member is not None:
            note_record_look(session, desk.person, member.key, "offer", desk.hub.now())
        shopper = state_person(session, member.key) if member else None
        answer = {
            "reasons": _list_reasons(desk, session, offer, screen, shopper),
            "is_unknown": member is not None and shopper is None,
        }
        return _show(desk, session, offer, {}, answer)


def _list_reasons(
    desk: Desk, session: Session, offer: Offer, screen: Screen, shopper: Shopper | None
) -> tuple[ReasonView, ...]:
    """In the order in which a screen asks; what it showed before it alone knows."""
    stated = target_offer(
        state_offer(offer, desk.hub.now()),
        count_taken(session, desk.store.id, [offer.id]).get(offer.id, 0),
        desk.store.control_salt,
    )
    situation = _describe(desk, screen, shopper)
    reasons = explain_exclusion(stated, situation)
    if not gather_crowd(session, desk.store.id).hides(stated.audience, situation):
        reasons += (EXPOSING,)
    told = view_reasons(reasons, stated.audience, map_departments(session, desk.store.id), desk.words)
    return (ReasonView(desk.words["why_not"]["archived"]), *told) if offer.archived_at else told


def _describe(desk: Desk, screen: Screen, shopper: Shopper | None) -> Situation:
    local = desk.hub.now().astimezone(ZoneInfo(desk.store.time_zone))
    return structs.replace(describe_anybody(screen.zones, local), shopper=shopper)


def _find_screen(desk: Desk, session: Session) -> Screen | None:
    wanted = get_text(desk.form, "screen")
    return next((one for one in list_screens(session, desk.store.id) if one.id == wanted), None)


def _show(
    desk: Desk,
    session: Session,
    offer: Offer,
    complaints: dict[str, str],
    answer: Mapping[str, object] = MappingProxyType({}),
) -> Response:
    values = {
        "offer": offer,
        "title": choose_phrase(offer.title, desk.words["page"]["language"]),
        "screens": [(screen.id, screen.id) for screen in list_screens(session, desk.store.id)],
        "screen": get_text(desk.form, "screen"),
        "code": get_text(desk.form, "code").strip()[:128],
        "complaints": complaints,
        "is_answered": bool(answer),
        **answer,
    }
    return desk.show("console_why.html", values, 400 if complaints else 200)
