"""`GET /v1/shoppers`: the opted-in members that a store may recognise, told by their changes."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy import Select
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY, Shopper
from kiosk.hub.context import HubDep
from kiosk.hub.models.consent import group_purposes
from kiosk.hub.models.credential import group_cards
from kiosk.hub.models.member import list_members, select_changed_keys
from kiosk.hub.models.proximity_id import group_beacons
from kiosk.hub.models.store import get_store
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ShoppersAnswer, describe
from kiosk.hub.web.auth import CallerDep, require_own

router = APIRouter()


@router.get("/v1/shoppers", responses={200: describe(ShoppersAnswer, "What changed since the cursor")})
def get_shoppers(
    hub: HubDep, caller: CallerDep, store: str, since: Annotated[str, Query(pattern=r"^(0|[1-9]\d{0,17})?$")] = ""
) -> Answer:
    """The members that changed since the cursor; without one, all that may be recognised."""
    require_own(caller, store)
    with hub.database.read() as session:
        return Answer(_state_changes(session, store, int(since or 0)))


def _state_changes(session: Session, store: str, since: int) -> ShoppersAnswer:
    cursor = get_store(session, store).revision
    if since > cursor:
        raise Problem(400, "cursor_unknown", "This cursor was never handed out; ask again without one.")
    changed = list(_state_members(session, select_changed_keys(store, since)))
    return ShoppersAnswer(
        cursor=str(cursor),
        shoppers=[shopper for shopper in changed if shopper.consents],
        gone=[shopper.key for shopper in changed if not shopper.consents],
    )


def _state_members(session: Session, keys: Select[str]) -> Iterator[Shopper]:
    """What a screen may know of these members.

    Each purpose opens its own part: beacons need `proximity`, cards either, and what offers may be chosen by (segments,
    visits, tastes) needs `personal_offers`.
    """
    purposes, beacons, cards = (group(session, keys) for group in (group_purposes, group_beacons, group_cards))
    for member in list_members(session, keys):
        consents = frozenset(purposes.get(member.key, ())) & {PROXIMITY, PERSONAL_OFFERS}
        yield Shopper(
            key=member.key,
            proximity=tuple(beacons.get(member.key, ())) if PROXIMITY in consents else (),
            credentials=tuple(cards.get(member.key, ())) if consents else (),
            segments=frozenset(member.segments) if PERSONAL_OFFERS in consents else frozenset(),
            language=member.language,
            consents=consents,
            visits=member.visits if PERSONAL_OFFERS in consents else None,
            interests=member.interests if PERSONAL_OFFERS in consents else None,
        )
