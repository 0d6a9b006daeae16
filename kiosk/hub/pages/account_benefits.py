"""The page of a member's benefits, as who is signed in opens it from her account."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from kiosk.hub.pages.benefit_sheet import gather_benefits, try_code
from kiosk.hub.pages.benefits import CodeForm
from kiosk.hub.pages.signed_in import ACCOUNT, SignedInDep

router = APIRouter(include_in_schema=False)
_ADDRESS = ACCOUNT + "/benefits"
_WAYS = {"back": ACCOUNT, "allowed_href": ACCOUNT}


@router.get(_ADDRESS)
def show_account_benefits(signed_in: SignedInDep) -> Response:
    """Show it."""
    with signed_in.hub.database.write() as session:
        values = gather_benefits(signed_in.hub, session, signed_in.get_member(session), signed_in.words)
    return signed_in.show("benefits.html", {**values, **_WAYS, "complaint": ""})


@router.post(_ADDRESS)
def post_account_code(signed_in: SignedInDep, form: Annotated[CodeForm, Form()]) -> Response:
    """Note by whose code she came, and lead to the page again, or say there why it does not count."""
    signed_in.check_form(form.form_token)
    with signed_in.hub.database.write() as session:
        member = signed_in.get_member(session)
        complaint = try_code(signed_in.hub, session, member, form.code, signed_in.words)
        values = gather_benefits(signed_in.hub, session, member, signed_in.words)
    if complaint:
        return signed_in.show("benefits.html", {**values, **_WAYS, "complaint": complaint}, 400)
    return signed_in.lead(_ADDRESS, "code")
