"""The page that says why something cannot be shown, in words that help."""

from collections.abc import Mapping

from fastapi import Request
from starlette.responses import HTMLResponse

from kiosk.hub.context import get_hub
from kiosk.hub.text.problem_words import SIGN_IN
from kiosk.hub.web.page import choose_page_words, link_language, render_page


def render_problem(request: Request, status: int, code: str, headers: Mapping[str, str] | None = None) -> HTMLResponse:
    """The page of the problem with this code, or a general one; an address that nothing has is told where to go."""
    words = choose_page_words(request)
    code = "no_page" if code == "not_found" and "endpoint" not in request.scope else code
    problem, hub = words.problems.get(code, words.problems["other"]), get_hub(request)
    values = {
        "problem": problem,
        "links": [link for link in problem.links if link[0] != SIGN_IN or hub.has_accounts],
        "language_link": link_language(request, words),
        "legal": hub.settings.legal,
    }
    return render_page("problem.html", words, values, status, headers)
