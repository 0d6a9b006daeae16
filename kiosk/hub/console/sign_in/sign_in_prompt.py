"""Asks who it is when nobody is signed in, or no longer, and keeps what was typed meanwhile."""

from collections.abc import Mapping
from typing import cast
from urllib.parse import quote

import msgspec
from fastapi import Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.hub.console.desk import SignInNeeded, make_form_token
from kiosk.hub.console.form.form import list_typed
from kiosk.hub.console.page import get_words, render_console
from kiosk.hub.context import get_hub
from kiosk.hub.web.page_request import PageRequest, begin_page_request

SIGN_IN = "/console/sign-in"
HOME = "/console/screens"


def ask_who(page: PageRequest, carried: Mapping[str, str], status: int = 200) -> Response:
    """The page that asks for name and password; `carried` is what its form takes along."""
    complaint = get_words(page.request)["sign_in"].get(f"complaint_{carried.get('complaint')}", "")
    values = {"person": None, "name": "", "next": "", "held": "", **carried, "complaint": complaint}
    form_token = make_form_token(page)
    response = render_console(page.request, "console_sign_in.html", {**values, "form_token": form_token}, status)
    page.remember(response)
    return response


def answer_sign_in_needed(request: Request, error: Exception) -> Response:
    """What somebody hears who is not signed in, or no longer."""
    form = cast("SignInNeeded", error).form
    if "hx-request" in request.headers:
        # A part of a page cannot ask. A form that is being filled in stays as it is until it is sent.
        return Response(status_code=401, headers={} if form else {"HX-Redirect": SIGN_IN})
    if request.method == "GET":
        return RedirectResponse(f"{SIGN_IN}?next={quote(request.url.path)}", 303)
    carried = {"complaint": "signed_out"}
    if _is_laborious(form):
        carried |= {"next": request.url.path, "held": msgspec.json.encode(list_typed(form)).decode()}
    return ask_who(begin_page_request(get_hub(request), request), carried, 401)


def _is_laborious(form: FormData) -> bool:
    """Whether there are words in it that somebody would have to type again."""
    return any(name.startswith(("title_", "alt_")) for name in form)


def read_held(text: str) -> list[tuple[str, str]]:
    """What was typed before she was signed out, field by field; nothing where it is no such list."""
    try:
        return msgspec.json.decode(text.encode(errors="replace"), type=list[tuple[str, str]]) if text else []
    except JSON_FLAWS:
        return []
