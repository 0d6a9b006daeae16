"""The page that tells who works at the console why something cannot be done, and what helps."""

from collections.abc import Mapping

from fastapi import Request
from starlette.responses import HTMLResponse

from kiosk.hub.console.page import get_words, render_console

CONSOLE = "/console"


def is_console(request: Request) -> bool:
    """Whether the request is one of the console's."""
    return request.url.path == CONSOLE or request.url.path.startswith(f"{CONSOLE}/")


def render_console_problem(
    request: Request, status: int, code: str, headers: Mapping[str, str] | None = None
) -> HTMLResponse:
    """The page of the problem with this code, or a general one; where it will pass, the page asks again by itself.

    It does not where something was sent, which a browser would send again.
    """
    problems = get_words(request)["problems"]
    code = code if f"{code}_title" in problems else "other"
    problem = {"title": problems[f"{code}_title"], "text": problems[f"{code}_text"]}
    sent = dict(headers or {})
    if request.method == "GET" and "Retry-After" in sent:
        sent["Refresh"] = sent["Retry-After"]
    values = {"problem": problem, "person": None, "comes_again": "Refresh" in sent}
    return render_console(request, "console_problem.html", values, status, sent)
