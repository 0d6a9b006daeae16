"""The page that tells who works at the console why something cannot be done, and what helps."""

from collections.abc import Mapping

from fastapi import Request
from starlette.responses import HTMLResponse

from kiosk.hub.console.page import get_words, render_console

CONSOLE = "/console"


def is_console(request: Request) -> bool:
    """Whether the request is one of the console's."""
    return request.url.path == CONSOLE or request.url.path.startswith(f"{CONSOLE}/")


def render_console_notice(
    request: Request, status: int, code: str, headers: Mapping[str, str] | None = None
) -> HTMLResponse:
    """The notice of this code, or a general one."""
    notices = get_words(request)["notices"]
    code = code if f"{code}_title" in notices else "other"
    notice = {"title": notices[f"{code}_title"], "text": notices[f"{code}_text"]}
    return render_console(request, "console_notice.html", {"notice": notice, "person": None}, status, headers)
