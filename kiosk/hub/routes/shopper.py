"""`GET /v1/shoppers`: the opted-in members that a store may recognise, told by their changes."""

from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY, Shopper
from kiosk.hub.answers import Answer, ShoppersAnswer, describe
from kiosk.hub.auth import CallerDep, require_own
from kiosk.hub.context import HubDep
from kiosk.hub.models.consent import list_purposes
from kiosk.hub.models.credential import list_credentials
from kiosk.hub.models.member import Member, list_changed_members
from kiosk.hub.models.proximity_id import list_proximity_ids
from kiosk.hub.models.store import get_store
from kiosk.hub.problems import Problem

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
    changed = list_changed_members(session, store, since)
    stated = {member.key: _state_shopper(session, member) for member in changed}
    shoppers = [shopper for shopper in stated.values() if shopper]
    return ShoppersAnswer(str(cursor), shoppers, [key for key, shopper in stated.items() if not shopper])


def _state_shopper(session: Session, member: Member) -> Shopper | None:
    """What a screen may know of the member; `None`: nothing, she did not allow it.

    Each purpose opens its own part: beacons need `proximity`, segments need `personal_offers`.
    """
    consents = list_purposes(session, member) & {PROXIMITY, PERSONAL_OFFERS}
    if not consents:
        return None
    return Shopper(
        key=member.key,
        proximity=tuple(list_proximity_ids(session, member)) if PROXIMITY in consents else (),
        credentials=tuple(list_credentials(session, member)),
        segments=frozenset(member.segments) if PERSONAL_OFFERS in consents else frozenset(),
        language=member.language,
        consents=consents,
    )
