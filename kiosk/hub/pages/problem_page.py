"""The page that says why something cannot be shown, in words that help."""

from collections.abc import Mapping

from fastapi import Request
from starlette.responses import HTMLResponse

from kiosk.hub.web.page import choose_page_words, render_page


def render_problem(request: Request, status: int, code: str, headers: Mapping[str, str] | None = None) -> HTMLResponse:
    """The page of the problem with this code, or a general one; an address that nothing has is told where to go."""
    words = choose_page_words(request)
    code = "no_page" if code == "not_found" and "endpoint" not in request.scope else code
    problem = words.problems.get(code, words.problems["other"])
    return render_page("problem.html", words, {"problem": problem}, status, headers)
