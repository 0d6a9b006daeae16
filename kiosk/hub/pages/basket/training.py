"""The page of the training till: whoever tries paying out says what a real provider would have answered."""

from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from kiosk.hub.domain.settlement.training_till import ANSWERS, Answer, TrainingTill
from kiosk.hub.models.settlement.settlement import OPEN
from kiosk.hub.pages.basket.basket_request import BasketRequest, BasketRequestDep
from kiosk.hub.pages.basket.paying import PAYMENT, lead_to, read_payment
from kiosk.hub.pages.visitor.signed_in import PlainForm
from kiosk.hub.payment.provider import ProviderRefused
from kiosk.hub.problem import Problem
from kiosk.hub.text.money import format_money
from kiosk.hub.text.paying_words import choose_paying_words

router = APIRouter(include_in_schema=False)


class AnswerForm(PlainForm):
    """What the till is to answer."""

    answer: Answer


@router.get(PAYMENT + "/training")
def show_training(own: BasketRequestDep, settlement_id: str) -> Response:
    """Show the buttons; to where there is nothing to be answered any more, it leads back."""
    _require_till(own)
    row = read_payment(own, settlement_id)
    if row.state not in OPEN:
        return lead_to(own, settlement_id)
    words = choose_paying_words(own.words.language)
    values = {
        "paying": words,
        "answers": [(answer, words.answers[answer]) for answer in ANSWERS],
        "amount": format_money(row.due, row.bill.currency, words.language),
        "here": PAYMENT.format(store_id=own.store.id, settlement_id=settlement_id),
    }
    return own.show("training_till.html", values)


@router.post(PAYMENT + "/training")
def post_answer(own: BasketRequestDep, settlement_id: str, form: Annotated[AnswerForm, Form()]) -> Response:
    """Answer so."""
    own.check_form(form.form_token)
    till = _require_till(own)
    payment = read_payment(own, settlement_id)
    with suppress(ProviderRefused):  # it never heard of it yet: the page of the payment has it asked
        till.answer(payment.id, form.answer)
    return lead_to(own, settlement_id)


def _require_till(own: BasketRequest) -> TrainingTill:
    till = own.hub.provider
    if not isinstance(till, TrainingTill):
        raise Problem(404, "not_found", "This store has no training till.")
    return till
