"""The button that shows a member the code by which she buys what she kept: nobody reads it at a glance."""

from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from kiosk.hub.pages.visitor.own_claim import find_own_claim
from kiosk.hub.web.page_request import PageRequestDep

router = APIRouter(include_in_schema=False)


class CodeForm(BaseModel):
    """What the button sends; it has the token of the page that it stands on."""

    form_token: Annotated[str, Field(max_length=128)]


@router.post("/c/{token}/code")
def post_code(page: PageRequestDep, token: str, form: Annotated[CodeForm, Form()]) -> Response:
    """Show the code on the page from now on, and lead back to it."""
    page.check_form(token, form.form_token)
    with page.hub.database.write() as session:
        own = find_own_claim(page, session, token, opens=True)
        own.claim.code_shown_at = own.claim.code_shown_at or page.hub.now()
    language = page.choose_words(own.bookmark.language).language
    return RedirectResponse(f"/c/{token}?lang={language}#code", 303)
