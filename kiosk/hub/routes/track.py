"""`POST /v1/identify`, `/v1/track` and `/v1/batch`: what web shops and apps tell of members, in Segment's form."""

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Request
from msgspec import Struct

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.profile.intake import MOST_AT_ONCE, Intake, Outcome
from kiosk.hub.domain.profile.message import Batch, Type
from kiosk.hub.models.store.source import Source
from kiosk.hub.problem import Problem
from kiosk.hub.web.address import AddressDep
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe, take_json
from kiosk.hub.web.auth import SourceDep
from kiosk.hub.web.shop_answers import TrackAnswer

router = APIRouter()

_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: describe(TrackAnswer, "Taken: what came of each message, the same again for a repeat"),
    400: describe(ProblemAnswer, "malformed, too_large, too_old or nobody_proven"),
    429: describe(ProblemAnswer, "too_many_requests: come again after `Retry-After` seconds"),
}
_BATCH: dict[str, Any] = {
    "properties": {"batch": {"type": "array", "maxItems": 1000, "items": {}}},
    "required": ["batch"],
}
_ONE, _MANY = take_json({"$ref": "#/components/schemas/MessageContent"}), take_json(_BATCH)


async def read_body(request: Request) -> bytes:
    """The body as it came: its messages are read one by one."""
    return await request.body()


BodyDep = Annotated[bytes, Depends(read_body)]


class Teller(Struct, frozen=True):
    """Who tells: a source, at an address."""

    source: Source
    address: str

    def pace(self, hub: Hub, count: int) -> None:
        """Raise a 429 `Problem` where so many messages come too soon; a server of the store's own is never too fast."""
        if not self.source.vouches:
            hub.browsers.enter(f"{self.source.store_id} {self.source.id} {self.address}", hub.now(), count)


def find_teller(source: SourceDep, address: AddressDep) -> Teller:
    """The source that holds the request's write key, and where it is."""
    return Teller(source, address)


TellerDep = Annotated[Teller, Depends(find_teller)]


@router.post("/v1/identify", responses=_RESPONSES, openapi_extra=_ONE)
def post_identify(hub: HubDep, teller: TellerDep, body: BodyDep) -> Answer:
    """Who somebody is: by `userId`, `anonymousId`, and in `traits` by `email`, `phone` or `card`."""
    return _take_one(hub, teller, body, "identify")


@router.post("/v1/track", responses=_RESPONSES, openapi_extra=_ONE)
def post_track(hub: HubDep, teller: TellerDep, body: BodyDep) -> Answer:
    """What somebody did: an `event` with its `properties`."""
    return _take_one(hub, teller, body, "track")


@router.post("/v1/batch", responses=_RESPONSES, openapi_extra=_MANY)
def post_batch(hub: HubDep, teller: TellerDep, body: BodyDep) -> Answer:
    """Many messages of the types `identify`, `track` and `page`: a bad one harms no other.

    Where it is not answered with 200, the first of them may be taken already: sent again, those with an id count once.
    """
    try:
        batch = msgspec.json.decode(body, type=Batch).batch
    except JSON_FLAWS as error:
        raise Problem(400, "malformed", "A batch is an object with a list `batch` of at most 1000 messages.") from error
    return Answer(TrackAnswer(_take(hub, teller, [bytes(raw) for raw in batch])))


def _take_one(hub: Hub, teller: Teller, body: bytes, kind: Type) -> Answer:
    outcomes = _take(hub, teller, [body], kind)
    if outcomes[0].is_refused:
        raise Problem(400, outcomes[0].outcome, "The message is not taken, and would not be if it came again.")
    return Answer(TrackAnswer(outcomes))


def _take(hub: Hub, teller: Teller, contents: Sequence[bytes], kind: Type | None = None) -> list[Outcome]:
    teller.pace(hub, len(contents))
    outcomes: list[Outcome] = []
    # A message may take a consent back, and with it goes what was kept for it.
    with hub.database.erasing():
        for start in range(0, len(contents), MOST_AT_ONCE):
            part = contents[start : start + MOST_AT_ONCE]
            with hub.tellers.take(hub.settings.busy_s), hub.database.write() as session:
                outcomes += Intake(hub, session, teller.source).take_all(part, kind)
    return outcomes
