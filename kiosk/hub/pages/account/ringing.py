"""The button of a member's own pages by which the phone that she is signed in on is told when the store writes."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from kiosk.hub.domain.consent.allowance import MESSAGES_BY_PUSH, allow
from kiosk.hub.models.conversation.push_subscription import forget_subscriptions, subscribe
from kiosk.hub.pages.account.messages import MESSAGES
from kiosk.hub.pages.conversation.push import RingForm, read_ringing
from kiosk.hub.pages.visitor.signed_in import ACCOUNT, PlainForm, SignedInDep, hold_sign_in

router = APIRouter(include_in_schema=False)
_SWITCH, _BUTTON = ACCOUNT + "/push", MESSAGES + "/push"
"""On the page of what she allows, and on that of her messages."""


@router.post(_SWITCH)
@router.post(_BUTTON)
def post_ring(signed_in: SignedInDep, form: Annotated[RingForm, Form()]) -> Response:
    """Ring this phone from now on: that is her consent, and the other phones that she subscribed ring by it, too."""
    signed_in.check_form(form.form_token)
    subscription = read_ringing(signed_in.page, form)
    with signed_in.hub.database.write() as session:
        hold_sign_in(signed_in.page, session)
        allow(signed_in.hub, session, signed_in.get_member(session), MESSAGES_BY_PUSH)
        subscribe(session, subscription)
    is_switch = signed_in.page.request.url.path == _SWITCH
    return signed_in.lead("allowed") if is_switch else signed_in.lead("answer", MESSAGES)


@router.post(_BUTTON + "/stop")
def post_stop(signed_in: SignedInDep, form: Annotated[PlainForm, Form()]) -> Response:
    """Ring this phone no more; her others go on."""
    signed_in.check_form(form.form_token)
    with signed_in.hub.database.erase() as session:
        forget_subscriptions(session, signed_in.page.browser.hash)
    return signed_in.lead("answer", MESSAGES)
