"""What a member types on her phone for the counter: the sizes that she wears, and where a reservation shall be sent."""

from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import Field
from starlette.responses import Response

from kiosk.hub.domain.handshake.reserving import set_address
from kiosk.hub.models.conversation.message import clean_text
from kiosk.hub.models.handshake.reservation import LONGEST_ADDRESS, list_reservations_of
from kiosk.hub.models.handshake.size import LONGEST, set_sizes
from kiosk.hub.pages.visitor.own_phone import COUNTER, OwnPhoneDep
from kiosk.hub.pages.visitor.signed_in import PlainForm
from kiosk.hub.problem import Problem

router = APIRouter(include_in_schema=False)


class SizesForm(PlainForm):
    """Her sizes in her own words."""

    sizes: Annotated[str, Field(max_length=4 * LONGEST)] = ""


class AddressForm(PlainForm):
    """Name and address for one parcel."""

    address: Annotated[str, Field(max_length=4 * LONGEST_ADDRESS)] = ""


@router.post(COUNTER + "/sizes")
def post_sizes(phone: OwnPhoneDep, form: Annotated[SizesForm, Form()]) -> Response:
    """Keep them in place of those before, of which no byte stays."""
    phone.check_form(form.form_token)
    text = " ".join(clean_text(form.sizes).split())[:LONGEST]
    with phone.hub.database.erase() as session:
        set_sizes(session, phone.member_key, phone.list_kin(session), text)
    return phone.lead("sizes")


@router.post(COUNTER + "/orders/{order_id}")
def post_address(phone: OwnPhoneDep, order_id: str, form: Annotated[AddressForm, Form()]) -> Response:
    """Note where the reservation shall be sent, in place of what was said before; an empty field says nothing."""
    phone.check_form(form.form_token)
    address = clean_text(form.address)[:LONGEST_ADDRESS]
    with phone.hub.database.erase() as session:
        hers = list_reservations_of(session, phone.list_kin(session))
        reservation = next((one for one in hers if one.id == order_id), None)
        if reservation is None:
            raise Problem(404, "not_found", "She has no such reservation.")
        if address:
            set_address(phone.hub, session, reservation, address)
    return phone.lead("orders")
