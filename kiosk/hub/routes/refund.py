"""`POST /v1/refunds`: a till takes back goods that were paid on a phone, by the number on their receipt."""

from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter
from pydantic import AfterValidator, BaseModel, Field
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.context import HubDep
from kiosk.hub.domain.settlement.advance_refund import advance_refund
from kiosk.hub.domain.settlement.refunding import Wish, begin_refund
from kiosk.hub.models.settlement.refund import Refund
from kiosk.hub.models.settlement.settlement import Settlement, find_sale
from kiosk.hub.models.store.till import Till
from kiosk.hub.payment.provider import ProviderSilent
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import TillDep
from kiosk.hub.web.till_answers import RefundAnswer
from kiosk.hub.web.wire import Id, refuse_repeats

router = APIRouter()


class PiecesIn(BaseModel):
    """So many pieces of a line, by its place on the receipt: the first is 0."""

    line: Annotated[int, Field(ge=0, lt=500, strict=True)]
    count: Annotated[int, Field(gt=0, le=1000, strict=True)]


class RefundIn(BaseModel):
    """A refund by the till's own id; without `lines`, all that is left of the sale of this number.

    Where it `restocks`, the goods are for sale again: the store counts them in.
    """

    id: Id
    sale: Annotated[int, Field(ge=1, le=1_000_000_000, strict=True)]
    lines: Annotated[list[PiecesIn] | None, Field(max_length=500), AfterValidator(refuse_repeats)] = None
    restocks: bool = False


@router.post(
    "/v1/refunds",
    responses={
        201: describe(RefundAnswer, "Taken back"),
        200: describe(RefundAnswer, "Was taken back before: how it stands"),
        404: describe(ProblemAnswer, "sale_unknown"),
        422: describe(ProblemAnswer, "refund_reused, refund_too_much or refund_empty"),
    },
)
def post_refund(hub: HubDep, till: TillDep, body: RefundIn) -> Answer:
    """Take goods back; the money goes back by who took it, points and credit at once.

    What she was to pick up or to be brought is handed over no more. What the purchase had earned goes back as by
    `POST /v1/returns`: a till says one of the two, never both.
    """
    with hub.database.erase() as session:  # an order that is cancelled by it forgets where it goes
        row = _get_sale(session, till, body.sale)
        wish = Wish(f"{till.id}:{body.id}", _read(row, body), till.id, restocks=body.restocks)
        refund, is_new = begin_refund(hub, session, row, wish)
    with suppress(ProviderSilent):  # the worker goes on asking
        advance_refund(hub, refund.id)
    with hub.database.read() as session:
        answer = _state(session, body, refund.id)
    return Answer(answer, 201 if is_new else 200)


def _get_sale(session: Session, till: Till, number: int) -> Settlement:
    row = find_sale(session, till.store_id, number)
    if row is None:
        raise Problem(404, "sale_unknown", "This store has no sale of this number that was paid on a phone.")
    return row


def _read(row: Settlement, body: RefundIn) -> dict[str, int] | None:
    if body.lines is None:
        return None
    sold = row.bill.lines
    if any(one.line >= len(sold) for one in body.lines):
        raise Problem(422, "refund_too_much", "The receipt has no such line.")
    return {sold[one.line].line.id: one.count for one in body.lines}


def _state(session: Session, body: RefundIn, refund_id: str) -> RefundAnswer:
    refund = session.get_one(Refund, refund_id)
    currency = session.get_one(Settlement, refund.settlement_id).bill.currency
    return RefundAnswer(body.id, body.sale, Money(refund.amount, currency), Money(refund.money, currency), refund.state)
