"""The page on which a member sees what she collected: her balances, her stamp card, and the code that she passes on."""

from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from starlette.responses import Response

from kiosk.hub.pages.benefits.benefit_sheet import gather_benefits, try_code
from kiosk.hub.pages.visitor.hers import HersDep

router = APIRouter(include_in_schema=False)
_OF_ACCOUNT, _OF_PHONE = "/account/benefits", "/c/{token}/benefits"


class CodeForm(BaseModel):
    """What the form for a friend's code sends."""

    form_token: Annotated[str, Field(max_length=128)]
    code: Annotated[str, Field(max_length=64)] = ""


@router.get(_OF_ACCOUNT)
@router.get(_OF_PHONE)
def show_benefits(hers: HersDep) -> Response:
    """Show it."""
    with hers.hub.database.write() as session:
        values = gather_benefits(hers.hub, session, hers.get_member(session), hers.words)
    return hers.show("benefits.html", {**values, "complaint": ""})


@router.post(_OF_ACCOUNT)
@router.post(_OF_PHONE)
def post_code(hers: HersDep, form: Annotated[CodeForm, Form()]) -> Response:
    """Note by whose code she came, and lead to the page again, or say there why it does not count."""
    hers.check_form(form.form_token)
    with hers.hub.database.write() as session:
        member = hers.get_member(session)
        complaint = try_code(hers.hub, session, member, form.code, hers.words)
        values = gather_benefits(hers.hub, session, member, hers.words)
    if complaint:
        return hers.show("benefits.html", {**values, "complaint": complaint}, 400)
    return hers.lead("code", f"{hers.home}/benefits")
