"""`POST /v1/redemptions`: the till says that a kept offer was bought, as often as it likes, and it counts once."""

from datetime import datetime
from typing import cast

from fastapi import APIRouter
from pydantic import BaseModel

from kiosk.hub.context import HubDep
from kiosk.hub.domain.kept.redemption import get_kept, redeem_bookmark
from kiosk.hub.routes.hold import name_basket
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import TillDep
from kiosk.hub.web.till_answers import RedemptionAnswer
from kiosk.hub.web.wire import Id, MoneyIn

router = APIRouter()


class RedemptionIn(BaseModel):
    """The bookmark that was redeemed: its id, or the code that the member's phone shows.

    `basket` is the one it was held for, if it was; `paid` what the member paid for all of it, by which she earns.
    """

    bookmark: Id
    basket: Id | None = None
    paid: MoneyIn | None = None


@router.post(
    "/v1/redemptions",
    responses={
        201: describe(RedemptionAnswer, "Redeemed"),
        200: describe(RedemptionAnswer, "Was redeemed before: the same answer again"),
        404: describe(ProblemAnswer, "bookmark_unknown"),
        422: describe(ProblemAnswer, "coupon_held, coupon_released or coupon_expired"),
    },
)
def post_redemption(hub: HubDep, till: TillDep, body: RedemptionIn) -> Answer:
    """Redeem a bookmark; the token is a till's, as `kiosk hub till` gave it."""
    with hub.database.write() as session:
        bookmark = get_kept(session, till.store_id, body.bookmark)
        basket = name_basket(till, body.basket) if body.basket else None
        is_new = redeem_bookmark(hub, session, bookmark, basket, body.paid.read() if body.paid else None)
        answer = RedemptionAnswer(bookmark.id, bookmark.offer_id, cast("datetime", bookmark.redeemed_at))
    return Answer(answer, 201 if is_new else 200)
