"""`POST /v1/bookmarks`: one tap is one bookmark, however often and from however many threads it is sent."""

from asyncio import wrap_future
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Header, Request
from fastapi.security import HTTPAuthorizationCredentials
from pydantic import BaseModel
from sqlalchemy.orm import Session

from kiosk.contract.bookmark import BookmarkAnswer, ConversationRef
from kiosk.contract.place import DOOR
from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.credentials.credential import hash_shown, prove
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.kept.bookmark import Tap, TapOfErased, keep_met
from kiosk.hub.domain.visit.direction import Directions, find_directions
from kiosk.hub.domain.visit.door import come_in
from kiosk.hub.domain.visit.visit import Arrival
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.encounter import Approach, Encounter, look_round, meet
from kiosk.hub.models.conversation.kept import Kept, get_kept
from kiosk.hub.models.conversation.standpoint import look_out, read_standpoint
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.prepared import Sent, at_once
from kiosk.hub.models.screens.screen_state import Caller
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import CallerFirst, ScreenTokenDep, admit_caller, require_own, seek_caller, turn_strangers_away
from kiosk.hub.web.links import link_claim
from kiosk.hub.web.wire import CredentialIn, Id, Language, Moment

router = APIRouter(route_class=CallerFirst)


class BookmarkIn(BaseModel):
    """A bookmark as the screen made it at the tap."""

    id: Id
    offer: Id
    store: Id
    screen: Id
    zone: Id | None = None
    impression: Id | None = None
    credential: CredentialIn
    tapped_at: Moment
    language: Language


@dataclass(frozen=True, slots=True)
class _Asked:
    """What came, and by whose token."""

    request: Request
    bearer: HTTPAuthorizationCredentials | None
    body: BookmarkIn
    key: str | None


@router.post(
    "/v1/bookmarks",
    responses={
        201: describe(BookmarkAnswer, "Kept"),
        200: describe(
            BookmarkAnswer,
            "Was kept before: the same answer again; or, without a conversation, was hers who has been erased",
        ),
        404: describe(ProblemAnswer, "offer_unknown"),
        409: describe(ProblemAnswer, "in_progress"),
        422: describe(ProblemAnswer, "idempotency_key_reused, budget_spent, sun_invalid or sun_replayed"),
    },
)
async def post_bookmark(
    request: Request,
    hub: HubDep,
    bearer: ScreenTokenDep,
    body: BookmarkIn,
    idempotency_key: Annotated[str | None, Header()] = None,
) -> Answer:
    """Keep an offer."""
    await turn_strangers_away(request, hub, bearer)
    asked = _Asked(request, bearer, body, idempotency_key)
    try:
        told = await wrap_future(hub.database.write_together(lambda session: _take(hub, session, asked)))
    except TapOfErased:  # a refusal would leave it with the screen, and her card with it
        return Answer(BookmarkAnswer(id=body.id, member="new"), 200)
    if isinstance(told, Problem):
        raise told
    return told


def _take(hub: Hub, session: Session, asked: _Asked) -> Answer | Problem:
    """What is told of the bookmark, kept now or before."""
    body = asked.body
    with at_once(session):  # of what is found for a stranger, nothing is read
        sought = seek_caller(session, asked.bearer)
        meeting = look_round(session, _approach(body, hash_shown(body.credential.value)))
        look = look_out(session, body.store, body.screen, body.offer)
    try:
        caller = _admit(hub, session, asked, sought)
    except Problem as problem:  # raised on, it would take back what others of the same moment keep
        return problem
    (met,) = meeting.read()
    kept, is_new = _keep_once(hub, session, body, met, caller)
    directions = find_directions(session, kept, read_standpoint(look))
    return Answer(_state_answer(hub, kept, directions), 201 if is_new else 200)


def _admit(hub: Hub, session: Session, asked: _Asked, sought: Sent[Caller]) -> Caller:
    caller = admit_caller(asked.request, session, sought, hub.now())
    if asked.key != asked.body.id:
        raise Problem(400, "idempotency_key_wrong", "The Idempotency-Key must be there and be the bookmark's id.")
    require_own(caller, asked.body.store, asked.body.screen)
    return caller


def _keep_once(hub: Hub, session: Session, body: BookmarkIn, met: Encounter, caller: Caller) -> tuple[Kept, bool]:
    """The bookmark, kept now or before; True: now. At a door its member comes in by it."""
    fingerprint = digest(body.model_dump_json())
    if met.kept not in (None, fingerprint):
        raise Problem(422, "idempotency_key_reused", "Another bookmark was kept under this id.")
    if met.kept:
        return get_kept(session, body.id), False
    kept = _keep(hub, session, body, met, fingerprint)
    if caller.place == DOOR:
        member = session.get_one(Member, session.get_one(Bookmark, kept.id).member_key)
        come_in(hub, session, member, Arrival("card", body.tapped_at, body.screen))
    return kept, True


def _approach(body: BookmarkIn, proof: str) -> Approach:
    return Approach(body.store, body.offer, body.id, body.credential.kind, proof, body.tapped_at)


def _keep(hub: Hub, session: Session, body: BookmarkIn, met: Encounter, fingerprint: str) -> Kept:
    credential, proof = body.credential, hash_shown(body.credential.value)
    if credential.kind == "sun":  # it is good for one tap, so nothing is proved of one that is a repeat
        proof = prove(session, body.store, credential.kind, credential.value)
        met = meet(session, _approach(body, proof))
    tap = Tap(
        id=body.id,
        fingerprint=fingerprint,
        kind=credential.kind,
        proof=proof,
        tapped_at=body.tapped_at,
        language=body.language,
        screen=body.screen,
        zone=body.zone,
        impression=body.impression,
    )
    return keep_met(hub, session, met, tap)


def _state_answer(hub: Hub, kept: Kept, directions: Directions) -> BookmarkAnswer:
    url = link_claim(hub.settings.public_url, kept.token)
    return BookmarkAnswer(
        id=kept.id,
        member="known" if kept.was_known else "new",
        conversation=ConversationRef(kept.conversation_id, url),
        claim_url=url,
        stamps=kept.stamps,
        way=directions.way,
        next_stamp=directions.next_stamp,
    )
