"""`POST` and `DELETE /v1/holds`: a till lays a kept offer by while its basket is paid for, and lets it go again."""

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.responses import Response

from kiosk.hub.context import HubDep
from kiosk.hub.domain.benefits.coupon_life import hold_coupon, let_go_coupon
from kiosk.hub.domain.kept.redemption import get_kept
from kiosk.hub.models.store.till import Till
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import TillDep
from kiosk.hub.web.till_answers import HoldAnswer
from kiosk.hub.web.wire import Id

router = APIRouter()
_NOBODY = describe(ProblemAnswer, "bookmark_unknown")


class HoldIn(BaseModel):
    """The bookmark, by its id or its code, and the till's own name of the basket."""

    bookmark: Id
    basket: Id


@router.post(
    "/v1/holds",
    responses={
        201: describe(HoldAnswer, "Held"),
        200: describe(HoldAnswer, "Was held for this basket already: for no longer than was said then"),
        404: _NOBODY,
        422: describe(ProblemAnswer, "coupon_held, coupon_redeemed, coupon_released or coupon_expired"),
    },
)
def post_hold(hub: HubDep, till: TillDep, body: HoldIn) -> Answer:
    """Hold a bookmark for a basket, for a while: nobody else redeems it until then."""
    with hub.database.write() as session:
        bookmark = get_kept(session, till.store_id, body.bookmark)
        is_new = hold_coupon(session, bookmark, name_basket(till, body.basket), hub.now())
        answer = HoldAnswer(bookmark.id, bookmark.offer_id, body.basket, bookmark.due_at)
    return Answer(answer, 201 if is_new else 200)


@router.delete("/v1/holds", status_code=204, responses={404: _NOBODY})
def delete_hold(hub: HubDep, till: TillDep, bookmark: Id, basket: Id) -> Response:
    """Let it go, as often as one likes; what is held for another basket, or was redeemed, stays so."""
    with hub.database.write() as session:
        let_go_coupon(session, get_kept(session, till.store_id, bookmark), name_basket(till, basket), hub.now())
    return Response(status_code=204)


def name_basket(till: Till, basket: str) -> str:
    """The basket's name in the store: two tills may call theirs the same."""
    return f"{till.id}:{basket}"
