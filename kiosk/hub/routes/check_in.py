"""`POST /v1/check-ins`: a card at a door or at the pick-up desk, where no offer was on the glass that it could keep."""

from fastapi import APIRouter
from pydantic import BaseModel

from kiosk.hub.context import HubDep
from kiosk.hub.domain.credentials.credential import prove
from kiosk.hub.domain.pickup.picking import arrive
from kiosk.hub.domain.visit.door import come_in
from kiosk.hub.domain.visit.visit import Arrival
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.store.screen import PICK_UP
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import CallerDep, require_own
from kiosk.hub.web.visit_answers import CheckInAnswer
from kiosk.hub.web.wire import CredentialIn, Id, Language, Moment

router = APIRouter()


class CheckInIn(BaseModel):
    """A check-in as the screen made it at the tap."""

    id: Id
    store: Id
    screen: Id
    credential: CredentialIn
    tapped_at: Moment
    language: Language


@router.post(
    "/v1/check-ins",
    responses={
        200: describe(CheckInAnswer, "Heard; at a door, the answer is the same whether or not the card is known"),
        404: describe(ProblemAnswer, "no_door"),
        422: describe(ProblemAnswer, "sun_invalid or sun_replayed"),
    },
)
def post_check_in(hub: HubDep, caller: CallerDep, body: CheckInIn) -> Answer:
    """Let the visit of the card's member begin, or say by which codes she is called at the desk.

    Told again, it is the same visit. Nobody becomes a member by it.
    """
    require_own(caller, body.store, body.screen)
    if not caller.place:
        raise Problem(404, "no_door", "This screen is no door, and no desk; `kiosk hub screen place` makes it one.")
    with hub.database.write() as session:
        proof = prove(session, body.store, body.credential.kind, body.credential.value)
        member = find_member(session, body.store, body.credential.kind, proof)
        if member is not None:
            come_in(hub, session, member, Arrival("card", body.tapped_at, body.screen))
        codes = arrive(hub, session, member) if member is not None and caller.place == PICK_UP else []
    return Answer(CheckInAnswer(body.id, codes))
