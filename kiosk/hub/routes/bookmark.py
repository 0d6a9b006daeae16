"""`POST /v1/bookmarks`: one tap is one bookmark, however often and from however many threads it is sent."""

from typing import Annotated, Literal, Self

from fastapi import APIRouter, Header
from pydantic import BaseModel, Field, model_validator
from sqlalchemy.orm import Session

from kiosk.contract.bookmark import BookmarkAnswer, ConversationRef
from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.bookmark import Tap, keep_offer
from kiosk.hub.domain.credential import prove
from kiosk.hub.domain.digest import digest, is_hash
from kiosk.hub.models.bookmark import Bookmark, find_bookmark
from kiosk.hub.models.claim import get_claim_of
from kiosk.hub.models.offer import find_offer
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
        200: describe(BookmarkAnswer, "Was kept before: the same answer again"),
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
    with hub.database.write() as session:
        known = find_bookmark(session, body.id)
        if known and known.fingerprint != fingerprint:
            raise Problem(422, "idempotency_key_reused", "Another bookmark was kept under this id.")
        bookmark = known or _keep(hub, session, body, fingerprint)
        answer = _state_answer(hub, session, bookmark)
    return Answer(answer, 200 if known else 201)


def _keep(hub: Hub, session: Session, body: BookmarkIn, fingerprint: str) -> Bookmark:
    offer = find_offer(session, body.offer)
    if offer is None or offer.store_id != body.store:
        raise Problem(404, "offer_unknown", "This store has no such offer.")
    credential = body.credential
    tap = Tap(
        id=body.id,
        fingerprint=fingerprint,
        kind=credential.kind,
        proof=prove(session, body.store, credential.kind, credential.value),
        tapped_at=body.tapped_at,
        language=body.language,
        screen=body.screen,
        zone=body.zone,
        impression=body.impression,
    )
    return keep_offer(hub, session, offer, tap)


def _state_answer(hub: Hub, session: Session, bookmark: Bookmark) -> BookmarkAnswer:
    url = link_claim(hub.settings.public_url, get_claim_of(session, bookmark.id).token)
    return BookmarkAnswer(
        id=bookmark.id,
        member="known" if bookmark.was_known else "new",
        conversation=ConversationRef(bookmark.conversation_id, url),
        claim_url=url,
    )
