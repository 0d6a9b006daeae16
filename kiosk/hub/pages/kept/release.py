"""The button by which a member gives back what she kept: somebody else can have it then."""

from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from kiosk.hub.domain.benefits.coupon_life import release_coupon
from kiosk.hub.pages.visitor.own_claim import find_own_claim
from kiosk.hub.web.page_request import PageRequestDep

router = APIRouter(include_in_schema=False)


class ReleaseForm(BaseModel):
    """What the button sends; it has the token of the page that it stands on."""

    form_token: Annotated[str, Field(max_length=128)]


@router.post("/c/{token}/release")
def post_release(page: PageRequestDep, token: str, form: Annotated[ReleaseForm, Form()]) -> Response:
    """Give it back, once, and lead to its page again."""
    page.check_form(token, form.form_token)
    with page.hub.database.write() as session:
        bookmark = find_own_claim(page, session, token, opens=True).bookmark
        release_coupon(session, bookmark, page.hub.now())
    language = page.choose_words(bookmark.language).language
    return RedirectResponse(f"/c/{token}?lang={language}#code", 303)
