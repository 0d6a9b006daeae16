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
from kiosk.hub.pages.basket.basket_request import BASKET, BasketRequest, BasketRequestDep
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
def post_pay(own: BasketRequestDep, form: Annotated[PayForm, Form()]) -> Response:
    """Freeze the price, and ask for the money; where another device of hers did so, lead to that payment."""
    own.check_form(form.form_token)
    paying, address = choose_paying_words(own.words.language), clean_text(form.address)[:LONGEST_ADDRESS]
    try:
        with own.hub.database.write() as session:
            settlement_id = begin_settlement(own.hub, session, own.get_member(session), form.deal, address).id
    except DealChanged:
        return show_anew(own, 409, alert=paying.changed, typed=Typed(address=address))
    except AddressMissing:
        return show_anew(own, 422, alert=paying.address_missing)
    _advance(own, settlement_id)
    return lead_to(own, settlement_id)


@router.get(PAYMENT)
def show_payment(own: BasketRequestDep, settlement_id: str) -> Response:
    """Show how it stands; while that is open, the provider is asked."""
    read_payment(own, settlement_id)
    outcome = _advance(own, settlement_id)
    with own.hub.database.read() as session:
        row = get_payment(own, session, settlement_id)
        values = view_paying(own, row, outcome)
        last = find_last_change_of(session, list_kin(session, own.member_key))
        code = show_pass(own.hub, session, settlement_id)
    response = own.show("paying.html", {**values, "last": last, "exit": draw_qr(code) if code else None})
    account = own.hub.settings.payment
    if isinstance(account, StripeAccount) and values["card"]:
        admit(response, account.script, account.origins)
    return response


@router.post(PAYMENT + "/end")
def post_end(own: BasketRequestDep, settlement_id: str, form: Annotated[PlainForm, Form()]) -> Response:
    """Call it off, unless it was paid meanwhile."""
    own.check_form(form.form_token)
    read_payment(own, settlement_id)
    end_settlement(own.hub, settlement_id)
    _advance(own, settlement_id)
    return lead_to(own, settlement_id)


def lead_to(own: BasketRequest, settlement_id: str) -> Response:
    """To the page of this payment."""
    return own.lead(path=PAYMENT.format(store_id=own.store.id, settlement_id=settlement_id))


def get_payment(own: BasketRequest, session: Session, settlement_id: str) -> Settlement:
    """The payment, if it is hers; else a 404 `Problem`."""
    row = find_settlement_of(session, list_kin(session, own.member_key), settlement_id)
    if row is None or row.store_id != own.store.id:
        raise Problem(404, "not_found", "She has no such payment.")
    return row


def read_payment(own: BasketRequest, settlement_id: str) -> Settlement:
    """As `get_payment`, as it is now."""
    with own.hub.database.read() as session:
        return get_payment(own, session, settlement_id)


def _advance(own: BasketRequest, settlement_id: str) -> Outcome | None:
    """Where nobody knows how it stands, its page says so, and the worker goes on asking."""
    with suppress(ProviderSilent):
        return advance_settlement(own.hub, settlement_id)
    return None
