"""`POST /v1/redemptions`: the till says that a kept offer was bought, as often as it likes, and it counts once."""

from datetime import datetime
from typing import cast

from fastapi import APIRouter
from pydantic import BaseModel

from kiosk.hub.context import HubDep
from kiosk.hub.domain.redemption import find_kept, redeem_bookmark
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ProblemAnswer, RedemptionAnswer, describe
from kiosk.hub.web.auth import TillDep
from kiosk.hub.web.wire import Id

router = APIRouter()


class RedemptionIn(BaseModel):
    """The bookmark that was redeemed: its id, or the code that the member's phone shows."""

    bookmark: Id


@router.post(
    "/v1/redemptions",
    responses={
        201: describe(RedemptionAnswer, "Redeemed"),
        200: describe(RedemptionAnswer, "Was redeemed before: the same answer again"),
        404: describe(ProblemAnswer, "bookmark_unknown"),
    },
)
def post_redemption(hub: HubDep, till: TillDep, body: RedemptionIn) -> Answer:
    """Redeem a bookmark; the token is a till's, as `kiosk hub till` gave it."""
    with hub.database.write() as session:
        bookmark = find_kept(session, body.bookmark)
        if bookmark is None or bookmark.store_id != till.store_id:
            raise Problem(404, "bookmark_unknown", "This store has no such bookmark.")
        is_new = redeem_bookmark(hub, session, bookmark)
        answer = RedemptionAnswer(bookmark.id, bookmark.offer_id, cast("datetime", bookmark.redeemed_at))
    return Answer(answer, 201 if is_new else 200)
