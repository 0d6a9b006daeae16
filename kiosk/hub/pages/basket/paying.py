"""The pages on which a basket is paid: what is paid with what, how the payment stands, and how she calls it off."""

from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import Field
from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.hub.domain.settlement.advance import advance_settlement, end_settlement
from kiosk.hub.domain.settlement.begin import AddressMissing, DealChanged, begin_settlement
from kiosk.hub.domain.settlement.exit_gate import show_pass
from kiosk.hub.models.basket.basket_change import find_last_change_of
from kiosk.hub.models.conversation.message import clean_text
from kiosk.hub.models.handshake.reservation import LONGEST_ADDRESS
from kiosk.hub.models.members.member import list_kin
from kiosk.hub.models.settlement.settlement import Settlement, find_settlement_of
from kiosk.hub.pages.basket.basket import Typed, show_anew
from kiosk.hub.pages.basket.basket_visit import BASKET, BasketVisit, BasketVisitDep
from kiosk.hub.pages.basket.paying_view import view_paying
from kiosk.hub.pages.visitor.signed_in import PlainForm
from kiosk.hub.payment.provider import Outcome, ProviderSilent
from kiosk.hub.payment.stripe_account import StripeAccount
from kiosk.hub.problem import Problem
from kiosk.hub.text.paying_words import choose_paying_words
from kiosk.hub.web.page import admit
from kiosk.hub.web.qr_path import draw_qr

router = APIRouter(include_in_schema=False)
PAY = BASKET + "/pay"
PAYMENT = PAY + "/{settlement_id}"


class PayForm(PlainForm):
    """What she agreed to, as the page showed it: the form tells no amount, so nobody can forge one.

    What she has brought home is brought to this `address`.
    """

    deal: Annotated[str, Field(max_length=64)]
    address: Annotated[str, Field(max_length=4 * LONGEST_ADDRESS)] = ""


@router.post(PAY)
def post_pay(visit: BasketVisitDep, form: Annotated[PayForm, Form()]) -> Response:
    """Freeze the price, and ask for the money; where another device of hers did so, lead to that payment."""
    visit.check_form(form.form_token)
    paying, address = choose_paying_words(visit.words.language), clean_text(form.address)[:LONGEST_ADDRESS]
    try:
        with visit.hub.database.write() as session:
            settlement_id = begin_settlement(visit.hub, session, visit.get_member(session), form.deal, address).id
    except DealChanged:
        return show_anew(visit, 409, alert=paying.changed, typed=Typed(address=address))
    except AddressMissing:
        return show_anew(visit, 422, alert=paying.address_missing)
    _advance(visit, settlement_id)
    return lead_to(visit, settlement_id)


@router.get(PAYMENT)
def show_payment(visit: BasketVisitDep, settlement_id: str) -> Response:
    """Show how it stands; while that is open, the provider is asked."""
    read_payment(visit, settlement_id)
    outcome = _advance(visit, settlement_id)
    with visit.hub.database.read() as session:
        row = get_payment(visit, session, settlement_id)
        values = view_paying(visit, row, outcome)
        last = find_last_change_of(session, list_kin(session, visit.member_key))
        code = show_pass(visit.hub, session, settlement_id)
    response = visit.show("paying.html", {**values, "last": last, "exit": draw_qr(code) if code else None})
    account = visit.hub.settings.payment
    if isinstance(account, StripeAccount) and values["card"]:
        admit(response, account.script, account.origins)
    return response


@router.post(PAYMENT + "/end")
def post_end(visit: BasketVisitDep, settlement_id: str, form: Annotated[PlainForm, Form()]) -> Response:
    """Call it off, unless it was paid meanwhile."""
    visit.check_form(form.form_token)
    read_payment(visit, settlement_id)
    end_settlement(visit.hub, settlement_id)
    _advance(visit, settlement_id)
    return lead_to(visit, settlement_id)


def lead_to(visit: BasketVisit, settlement_id: str) -> Response:
    """To the page of this payment."""
    return visit.lead(path=PAYMENT.format(store_id=visit.store.id, settlement_id=settlement_id))


def get_payment(visit: BasketVisit, session: Session, settlement_id: str) -> Settlement:
    """The payment, if it is hers; else a 404 `Problem`."""
    row = find_settlement_of(session, list_kin(session, visit.member_key), settlement_id)
    if row is None or row.store_id != visit.store.id:
        raise Problem(404, "not_found", "She has no such payment.")
    return row


def read_payment(visit: BasketVisit, settlement_id: str) -> Settlement:
    """As `get_payment`, as it is now."""
    with visit.hub.database.read() as session:
        return get_payment(visit, session, settlement_id)


def _advance(visit: BasketVisit, settlement_id: str) -> Outcome | None:
    """Where nobody knows how it stands, its page says so, and the worker goes on asking."""
    with suppress(ProviderSilent):
        return advance_settlement(visit.hub, settlement_id)
    return None
