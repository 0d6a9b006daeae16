"""`POST /v1/cards`: a till that holds a printed card says whose it is, by the code that her phone shows."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field

from kiosk.hub.context import HubDep
from kiosk.hub.domain.credentials.card_claim import confirm_card
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import TillDep
from kiosk.hub.web.till_answers import CardAnswer
from kiosk.hub.web.wire import Hash

router = APIRouter()


class CardIn(BaseModel):
    """The card's number as a hash of kind `code`, as the store key makes it, and the code from her phone."""

    card: Hash
    code: Annotated[str, Field(min_length=1, max_length=32)]


@router.post(
    "/v1/cards",
    responses={
        201: describe(CardAnswer, "The card is hers from now on"),
        200: describe(CardAnswer, "It was before"),
        404: describe(ProblemAnswer, "card_unclaimed"),
        422: describe(ProblemAnswer, "card_taken"),
    },
)
def post_card(hub: HubDep, till: TillDep, body: CardIn) -> Answer:
    """Confirm a card that lies on the counter; the token is a till's, as `kiosk hub till` gave it."""
    with hub.database.write() as session:
        is_new = confirm_card(hub, session, till.store_id, body.code, body.card)
    return Answer(CardAnswer(body.card), 201 if is_new else 200)
