"""`POST /v1/happenings`: a till says that goods are back, or that an order lies ready and was collected."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from kiosk.hub.context import HubDep
from kiosk.hub.domain.kept.redemption import get_kept
from kiosk.hub.models.catalogue.offer import find_offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member, note_change
from kiosk.hub.models.store.happening import Happening, Kind, find_happening
from kiosk.hub.models.store.till import Till
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import TillDep
from kiosk.hub.web.till_answers import HappeningAnswer
from kiosk.hub.web.wire import Id, Moment

router = APIRouter()


class HappeningIn(BaseModel):
    """A happening by the till's own id: `offer` is what is back, `bookmark` what was ordered, by its id or code."""

    id: Id
    kind: Kind
    happened_at: Moment
    offer: Id | None = None
    bookmark: Id | None = None
    is_over: Annotated[bool, Field(description="The order was collected.")] = False


@router.post(
    "/v1/happenings",
    responses={
        201: describe(HappeningAnswer, "Kept"),
        200: describe(HappeningAnswer, "Was kept before; if it is over, that is noted now"),
        404: describe(ProblemAnswer, "offer_unknown or bookmark_unknown"),
        422: describe(ProblemAnswer, "happening_reused"),
    },
)
def post_happening(hub: HubDep, till: TillDep, body: HappeningIn) -> Answer:
    """Keep a happening; the token is a till's, as `kiosk hub till` gave it.

    Rules of the hub tell it to who kept what it is about. While an order lies ready, its member is in the segment
    `order_ready`, by which a screen near the desk greets her.
    """
    with hub.database.write() as session:
        known = find_happening(session, till.store_id, body.id)
        happening = _match(known, _make(session, till, body))
        ends_now = body.is_over and happening.over_at is None
        if ends_now:
            happening.over_at = hub.now()
        session.add(happening)
        session.flush()
        if happening.bookmark_id is not None and (known is None or ends_now):
            _tell_screens(session, happening.bookmark_id)
    answer = HappeningAnswer(happening.id, happening.kind, is_over=happening.over_at is not None)
    return Answer(answer, 200 if known else 201)


def _match(known: Happening | None, fresh: Happening) -> Happening:
    """The one that is known by now; raises a 422 `Problem` where it is about something else."""
    if known is None:
        return fresh
    if (known.kind, known.offer_id, known.bookmark_id) != (fresh.kind, fresh.offer_id, fresh.bookmark_id):
        raise Problem(422, "happening_reused", "Another happening was kept under this id.")
    return known


def _make(session: Session, till: Till, body: HappeningIn) -> Happening:
    happening = Happening(store_id=till.store_id, id=body.id, kind=body.kind, happened_at=body.happened_at)
    if body.kind == "order_ready":
        happening.bookmark_id = get_kept(session, till.store_id, body.bookmark or "").id
        return happening
    offer = find_offer(session, body.offer or "")
    if offer is None or offer.store_id != till.store_id:
        raise Problem(404, "offer_unknown", "This store has no such offer.")
    happening.offer_id = offer.id
    return happening


def _tell_screens(session: Session, bookmark_id: str) -> None:
    note_change(session, session.get_one(Member, session.get_one(Bookmark, bookmark_id).member_key))
