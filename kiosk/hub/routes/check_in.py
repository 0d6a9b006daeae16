"""`POST /v1/check-ins`: who comes to a door, an exit or the desk, by a card (an offer kept or not) or by a beacon."""

from typing import Self

from fastapi import APIRouter
from pydantic import BaseModel, model_validator
from sqlalchemy.orm import Session

from kiosk.contract.place import DOOR, EXIT, PICK_UP
from kiosk.contract.shopper import PROXIMITY
from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.credentials.credential import prove
from kiosk.hub.domain.leaving.going import tell_going
from kiosk.hub.domain.pickup.fitting import find_fitting
from kiosk.hub.domain.pickup.picking import arrive
from kiosk.hub.domain.visit.door import come_in
from kiosk.hub.domain.visit.exit import Passage, go_out, stay_on
from kiosk.hub.domain.visit.visit import Arrival, find_running
from kiosk.hub.models.conversation.bookmark import find_bookmark
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.members.member import Member, find_member_by_key
from kiosk.hub.models.screens.screen_state import Caller
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import CallerDep, require_own
from kiosk.hub.web.screen_answers import CheckInAnswer
from kiosk.hub.web.wire import CredentialIn, Id, Language, Moment

router = APIRouter()


class CheckInIn(BaseModel):
    """A check-in as the screen made it: a card was tapped, or the shopper of this pseudonym came near.

    A card that kept an offer there is told of by that bookmark.
    """

    id: Id
    store: Id
    screen: Id
    credential: CredentialIn | None = None
    shopper: Id | None = None
    bookmark: Id | None = None
    tapped_at: Moment
    language: Language

    @model_validator(mode="after")
    def refuse_nobody(self) -> Self:
        """It is one of the three."""
        if [self.credential, self.shopper, self.bookmark].count(None) != 2:  # noqa: PLR2004 # all but one
            message = "a credential, a shopper or a bookmark"
            raise ValueError(message)
        return self


@router.post(
    "/v1/check-ins",
    responses={
        200: describe(CheckInAnswer, "Heard; but at the desk the answer is the same whether or not the card is known"),
        404: describe(ProblemAnswer, "no_door"),
        422: describe(ProblemAnswer, "sun_invalid or sun_replayed"),
    },
)
def post_check_in(hub: HubDep, caller: CallerDep, body: CheckInIn) -> Answer:
    """Let the visit of who comes in begin, note that she goes, or say by which codes she is called at the desk.

    Told again, it is the same visit. Nobody becomes a member by it. Who came near is greeted by the screen if that
    began her visit, and by no other screen after that. Who came near an exit is bid farewell if she goes by it; a card
    proves that at an exit where it proves itself, for any other may be a copy.
    """
    require_own(caller, body.store, body.screen)
    if not caller.place:
        raise Problem(404, "no_door", "This screen has no place; `kiosk hub screen place` gives it one.")
    with hub.database.write() as session:
        if body.shopper is not None:
            return Answer(_come_near(hub, session, body, caller))
        member = _find_tapper(session, body)
        if member is None:
            return Answer(CheckInAnswer(body.id, []))
        _show_card(hub, session, body, caller, member)
        ready = arrive(hub, session, member) if caller.place == PICK_UP else []
        offer = find_fitting(session, member, ready, hub.now())
        return Answer(CheckInAnswer(body.id, [pickup.code for pickup in ready], offer=offer))


def _find_tapper(session: Session, body: CheckInIn) -> Member | None:
    """Whose card it was; a bookmark that was kept elsewhere, or is nobody's any more, names nobody."""
    if body.credential is not None:
        proof = prove(session, body.store, body.credential.kind, body.credential.value)
        return find_member(session, body.store, body.credential.kind, proof)
    bookmark = find_bookmark(session, body.bookmark or "")
    if bookmark is None or (bookmark.store_id, bookmark.screen_id) != (body.store, body.screen):
        return None
    return session.get(Member, bookmark.member_key)


def _show_card(hub: Hub, session: Session, body: CheckInIn, caller: Caller, member: Member) -> None:
    """Let her visit begin, or go on; at an exit only a card that proves itself says that she goes."""
    if caller.place != EXIT:
        door = body.screen if caller.place == DOOR else None
        come_in(hub, session, member, Arrival("card", body.tapped_at, door))
    elif body.credential is not None and body.credential.kind == "sun":
        tell_going(hub, session, go_out(hub, session, member, Passage(body.tapped_at, body.tapped_at)))
    else:
        stay_on(hub, session, member, body.tapped_at)


def _come_near(hub: Hub, session: Session, body: CheckInIn, caller: Caller) -> CheckInAnswer:
    """Let her visit begin at a door, or have her go by an exit, if she allows to be recognised by her beacon."""
    member = find_member_by_key(session, body.store, body.shopper or "")
    if member is None or not is_given(session, member.key, PROXIMITY):
        return CheckInAnswer(body.id, [])
    if caller.place == EXIT:
        left = go_out(hub, session, member, Passage(body.tapped_at, body.tapped_at))
        tell_going(hub, session, left)
        return CheckInAnswer(body.id, [], goes=left is not None)
    if caller.place != DOOR:
        return CheckInAnswer(body.id, [])
    was_there = find_running(hub, session, member) is not None
    come_in(hub, session, member, Arrival("beacon", body.tapped_at, body.screen))
    return CheckInAnswer(body.id, [], begins=not was_there and find_running(hub, session, member) is not None)
