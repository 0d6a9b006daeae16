"""`POST /v1/bookmarks`: one tap is one bookmark, however often and from however many threads it is sent."""

from typing import Annotated, Literal, Self

from fastapi import APIRouter, Header
from pydantic import BaseModel, Field, model_validator
from sqlalchemy.orm import Session

from kiosk.contract.bookmark import BookmarkAnswer, ConversationRef
from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.credentials.credential import hash_shown, prove
from kiosk.hub.domain.digest import digest, is_hash
from kiosk.hub.domain.kept.bookmark import Tap, TapOfErased, keep_met
from kiosk.hub.models.conversation.encounter import Approach, Encounter, meet
from kiosk.hub.models.conversation.kept import Kept, get_kept
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import CallerDep, require_own
from kiosk.hub.web.links import link_claim
from kiosk.hub.web.wire import Id, Language, Moment

router = APIRouter()


class CredentialIn(BaseModel):
    """What the tap proved: a hash for uid and ndef, else a text that is single-use or signed."""

    kind: Literal["uid", "ndef", "sun", "qr"]
    value: Annotated[str, Field(min_length=1, max_length=1024)]

    @model_validator(mode="after")
    def refuse_raw_id(self) -> Self:
        """A card's id comes hashed or not at all."""
        if self.kind in ("uid", "ndef") and not is_hash(self.value):
            message = "not a hash"
            raise ValueError(message)
        return self


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
def post_bookmark(
    hub: HubDep, caller: CallerDep, body: BookmarkIn, idempotency_key: Annotated[str | None, Header()] = None
) -> Answer:
    """Keep an offer."""
    if idempotency_key != body.id:
        raise Problem(400, "idempotency_key_wrong", "The Idempotency-Key must be there and be the bookmark's id.")
    require_own(caller, body.store, body.screen)
    fingerprint = digest(body.model_dump_json())
    try:
        kept, is_new = hub.database.write_together(lambda session: _take(hub, session, body, fingerprint))
    except TapOfErased:  # a refusal would leave it with the screen, and her card with it
        return Answer(BookmarkAnswer(id=body.id, member="new"), 200)
    return Answer(_state_answer(hub, kept), 201 if is_new else 200)


def _take(hub: Hub, session: Session, body: BookmarkIn, fingerprint: str) -> tuple[Kept, bool]:
    """The bookmark, kept now or before; True: now."""
    met = _meet(session, body, hash_shown(body.credential.value))
    if met.kept not in (None, fingerprint):
        raise Problem(422, "idempotency_key_reused", "Another bookmark was kept under this id.")
    if met.kept:
        return get_kept(session, body.id), False
    return _keep(hub, session, body, met, fingerprint), True


def _meet(session: Session, body: BookmarkIn, proof: str) -> Encounter:
    return meet(session, Approach(body.store, body.offer, body.id, body.credential.kind, proof))


def _keep(hub: Hub, session: Session, body: BookmarkIn, met: Encounter, fingerprint: str) -> Kept:
    credential, proof = body.credential, hash_shown(body.credential.value)
    if credential.kind == "sun":  # it is good for one tap, so nothing is proved of one that is a repeat
        proof = prove(session, body.store, credential.kind, credential.value)
        met = _meet(session, body, proof)
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


def _state_answer(hub: Hub, kept: Kept) -> BookmarkAnswer:
    url = link_claim(hub.settings.public_url, kept.token)
    return BookmarkAnswer(
        id=kept.id,
        member="known" if kept.was_known else "new",
        conversation=ConversationRef(kept.conversation_id, url),
        claim_url=url,
        stamps=kept.stamps,
    )
