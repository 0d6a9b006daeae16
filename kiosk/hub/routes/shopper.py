"""`GET /v1/shoppers`: the opted-in members that a store may recognise, told by their changes."""

from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.credentials.beacon import expire_beacons
from kiosk.hub.domain.screens.known_shoppers import state_people
from kiosk.hub.models.members.gone_member import list_gone
from kiosk.hub.models.members.member import list_members, select_all_kin, select_changed_keys
from kiosk.hub.models.members.proximity_id import list_expired
from kiosk.hub.models.store.store import get_store
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, describe
from kiosk.hub.web.auth import CallerDep, require_own
from kiosk.hub.web.screen_answers import ShoppersAnswer

router = APIRouter()


@router.get("/v1/shoppers", responses={200: describe(ShoppersAnswer, "What changed since the cursor")})
def get_shoppers(
    hub: HubDep, caller: CallerDep, store: str, since: Annotated[str, Query(pattern=r"^(0|[1-9]\d{0,17})?$")] = ""
) -> Answer:
    """The members that changed since the cursor; without one, all that may be recognised."""
    require_own(caller, store)
    _forget_expired(hub, store)
    with hub.database.read() as session:
        return Answer(_state_changes(session, store, int(since or 0)))


def _forget_expired(hub: Hub, store: str) -> None:
    """Nothing else wakes the hub when a beacon's time is over, and no screen must hear of it later than it asks."""
    with hub.database.read() as session:
        is_any = bool(list_expired(session, store, hub.now()))
    if is_any:
        with hub.database.erase() as session:
            expire_beacons(hub, session, store)


def _state_changes(session: Session, store: str, since: int) -> ShoppersAnswer:
    cursor = get_store(session, store).revision
    # Who was erased long ago is named no more: a screen that slept for so long asks for everybody anew.
    if since > cursor or 0 < since < get_store(session, store).forgotten_revision:
        raise Problem(400, "cursor_unknown", "This cursor was never handed out, or long ago; ask again without one.")
    keys = select_changed_keys(store, since)
    members = list_members(session, select_all_kin(keys))
    changed = list(state_people(session, select_all_kin(keys), members))
    erased = list_gone(session, store, since) if since else []
    merged = [member.key for member in members if member.person_key]
    return ShoppersAnswer(
        cursor=str(cursor),
        shoppers=[shopper for shopper in changed if shopper.consents],
        gone=[*(shopper.key for shopper in changed if not shopper.consents), *merged, *erased],
    )
