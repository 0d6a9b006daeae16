"""`POST /v1/returns`: the till says which goods of a receipt were brought back, as often as it likes."""

from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter
from pydantic import AfterValidator, BaseModel, Field

from kiosk.hub.context import HubDep
from kiosk.hub.domain.benefits.takeback import Taken
from kiosk.hub.domain.benefits.unit import state_amount
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.kept.goods_return import ToldReturn, take_return
from kiosk.hub.domain.settlement.own_till import OWN_TILL
from kiosk.hub.models.store.till import Till
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import TillDep
from kiosk.hub.web.till_answers import ReturnAnswer, TakenBack
from kiosk.hub.web.wire import Id, Moment, refuse_repeats

router = APIRouter()


class BackIn(BaseModel):
    """So much of a line, by its place on the receipt: the first is 0."""

    line: Annotated[int, Field(ge=0, lt=500)]
    quantity: Annotated[Decimal, Field(gt=0, le=100_000, decimal_places=3)]


class GoodsReturnIn(BaseModel):
    """A return by the till's own id, of a receipt by its id and its till: by default this one.

    Without `lines`, all that is left of the receipt was brought back.
    """

    id: Id
    receipt: Id
    till: Id | None = None
    returned_at: Moment
    lines: Annotated[list[BackIn] | None, Field(max_length=500), AfterValidator(refuse_repeats)] = None


@router.post(
    "/v1/returns",
    responses={
        201: describe(ReturnAnswer, "Taken back"),
        200: describe(ReturnAnswer, "Was taken back before: the same answer again"),
        404: describe(ProblemAnswer, "receipt_unknown"),
        422: describe(ProblemAnswer, "return_reused, return_too_much, return_empty or return_elsewhere"),
    },
)
def post_return(hub: HubDep, till: TillDep, body: GoodsReturnIn) -> Answer:
    """Take goods back; the token is a till's, as `kiosk hub till` gave it.

    What the purchase had earned goes back in proportion to what these lines cost. What the buyer spent of it already
    she owes, and pays out of what she earns next: no balance falls below zero. What was paid on a phone is brought back
    by `POST /v1/refunds`, which gives the money back, too.
    """
    with hub.database.write() as session:
        taken, is_new = take_return(hub, session, till, _read(till, body))
    return Answer(ReturnAnswer(body.id, body.receipt, [_state(one) for one in taken]), 201 if is_new else 200)


def _read(till: Till, body: GoodsReturnIn) -> ToldReturn:
    if body.till == OWN_TILL:
        raise Problem(422, "return_elsewhere", "It was paid on a phone: bring it back by POST /v1/refunds.")
    quantities = None if body.lines is None else {one.line: one.quantity for one in body.lines}
    fingerprint = digest(body.model_dump_json())
    return ToldReturn(body.id, fingerprint, body.till or till.id, body.receipt, body.returned_at, quantities)


def _state(taken: Taken) -> TakenBack:
    return TakenBack(taken.unit, *(state_amount(steps, taken.unit) for steps in (taken.steps, taken.owed)))
