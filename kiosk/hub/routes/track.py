"""`POST /v1/identify`, `/v1/track` and `/v1/batch`: what web shops and apps tell of members, in Segment's form."""

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Request

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.profile.intake import Intake, Outcome
from kiosk.hub.domain.profile.message import Batch, Type
from kiosk.hub.models.source import Source
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ProblemAnswer, TrackAnswer, describe
from kiosk.hub.web.auth import SourceDep

router = APIRouter()

_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: describe(TrackAnswer, "Taken: what came of each message, the same again for a repeat"),
    400: describe(ProblemAnswer, "malformed, too_large, too_old or nobody_proven"),
}
_MESSAGE = {"requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}, "required": True}}


async def read_body(request: Request) -> bytes:
    """The body as it came: its messages are read one by one."""
    return await request.body()


BodyDep = Annotated[bytes, Depends(read_body)]


@router.post("/v1/identify", responses=_RESPONSES, openapi_extra=_MESSAGE)
def post_identify(hub: HubDep, source: SourceDep, body: BodyDep) -> Answer:
    """Who somebody is: by `userId`, `anonymousId`, and in `traits` by `email`, `phone` or `card`."""
    return _take_one(hub, source, body, "identify")


@router.post("/v1/track", responses=_RESPONSES, openapi_extra=_MESSAGE)
def post_track(hub: HubDep, source: SourceDep, body: BodyDep) -> Answer:
    """What somebody did: an `event` with its `properties`."""
    return _take_one(hub, source, body, "track")


@router.post("/v1/batch", responses=_RESPONSES, openapi_extra=_MESSAGE)
def post_batch(hub: HubDep, source: SourceDep, body: BodyDep) -> Answer:
    """Many messages of the types `identify`, `track` and `page`: a bad one harms no other."""
    try:
        batch = msgspec.json.decode(body, type=Batch).batch
    except JSON_FLAWS as error:
        raise Problem(400, "malformed", "A batch is an object with a list `batch` of at most 1000 messages.") from error
    return Answer(TrackAnswer(_take(hub, source, [bytes(raw) for raw in batch])))


def _take_one(hub: Hub, source: Source, body: bytes, kind: Type) -> Answer:
    outcomes = _take(hub, source, [body], kind)
    if outcomes[0].is_refused:
        raise Problem(400, outcomes[0].outcome, "The message is not taken, and would not be if it came again.")
    return Answer(TrackAnswer(outcomes))


def _take(hub: Hub, source: Source, contents: list[bytes], kind: Type | None = None) -> list[Outcome]:
    # A message may take a consent back, and with it goes what was kept for it.
    with hub.database.erase() as session:
        return Intake(hub, session, source).take_all(contents, kind)
