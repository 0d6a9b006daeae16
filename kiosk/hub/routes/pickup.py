"""`POST /v1/pickups`: the web shop says what was ordered to be picked up in the store."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from kiosk.hub.context import HubDep
from kiosk.hub.domain.credentials.credential import prove
from kiosk.hub.domain.pickup.order_event import Placed, find_owner, place_pickup, read_article_code
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.pickup.pickup import PickupLine
from kiosk.hub.models.store.source import Source
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import SourceDep
from kiosk.hub.web.shop_answers import PickupAnswer
from kiosk.hub.web.wire import CredentialIn, Id, Moment

router = APIRouter()


class PickupLineIn(BaseModel):
    """So many of an article, by its GTIN or the store's own code, and as the web shop calls it."""

    code: Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[0-9A-Za-z._-]+$")]
    title: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]
    count: Annotated[int, Field(ge=1, le=999)] = 1


class PickupIn(BaseModel):
    """An order by the web shop's own id; whose it is, is known by her card, or by the address of her account."""

    id: Id
    placed_at: Moment
    lines: Annotated[list[PickupLineIn], Field(min_length=1, max_length=100)]
    credential: CredentialIn | None = None
    email: Annotated[str, Field(min_length=3, max_length=254)] | None = None


@router.post(
    "/v1/pickups",
    responses={
        201: describe(PickupAnswer, "Taken"),
        200: describe(PickupAnswer, "Was taken before: the same answer again"),
        403: describe(ProblemAnswer, "not_vouched"),
        422: describe(ProblemAnswer, "pickup_reused, sun_invalid or sun_replayed"),
    },
)
def post_pickup(hub: HubDep, source: SourceDep, body: PickupIn) -> Answer:
    """Take an order; the write key is one of a server of the store's (`kiosk hub source add --vouches`).

    Who ordered is called by `code`, and shows `proof` when it is handed over: tell her both where the answer says that
    she is nobody's member, for then she has no page that shows them.
    """
    if not source.vouches:
        raise Problem(403, "not_vouched", "This key is open to everybody; orders take the key of a server.")
    with hub.database.write() as session:
        pickup, is_new = place_pickup(hub, session, _read(session, source, body))
        answer = PickupAnswer(pickup.order_id, pickup.code, pickup.proof, "known" if pickup.member_key else "nobody")
    return Answer(answer, 201 if is_new else 200)


def _read(session: Session, source: Source, body: PickupIn) -> Placed:
    lines = tuple(PickupLine(read_article_code(line.code), line.title, line.count) for line in body.lines)
    owner = _find_owner(session, source, body)
    return Placed(source.store_id, source.id, body.id, body.placed_at, lines, owner)


def _find_owner(session: Session, source: Source, body: PickupIn) -> str | None:
    if body.credential is not None:
        proof = prove(session, source.store_id, body.credential.kind, body.credential.value)
        member = find_member(session, source.store_id, body.credential.kind, proof)
        return member.key if member else None
    return find_owner(session, source.store_id, body.email) if body.email else None
