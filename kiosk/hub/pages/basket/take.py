"""Where the code beside a scanned article leads a phone: to her basket, or to where she can be known."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response

from kiosk.hub.pages.basket.basket_request import require_basket_request
from kiosk.hub.problem import Problem
from kiosk.hub.web.page_request import PageRequestDep

router = APIRouter(include_in_schema=False)
_UNKNOWN = 401


@router.get("/take/{store_id}")
def take_article(page: PageRequestDep, store_id: str, code: Annotated[str, Query(max_length=512)] = "") -> Response:
    """Lead her to her basket, where the code waits to be put in; who is not known signs in, and scans it again."""
    language = {"lang": page.choose_words().language}
    try:
        basket = require_basket_request(page, store_id).home
    except Problem as problem:
        if problem.status != _UNKNOWN or (page.hub.post is None and page.hub.oidc is None):
            raise
        return RedirectResponse(f"/sign-in/{store_id}?{urlencode(language)}", 303)
    return RedirectResponse(f"{basket}?{urlencode({**language, 'code': code})}", 303)
