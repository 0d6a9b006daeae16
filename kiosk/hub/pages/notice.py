"""The page that says why something cannot be shown, in words that help."""

from collections.abc import Mapping

from fastapi import Request
from starlette.responses import HTMLResponse

from kiosk.hub.web.page import choose_page_words, render_page


def render_notice(request: Request, status: int, code: str, headers: Mapping[str, str] | None = None) -> HTMLResponse:
    """The notice of this code, or a general one."""
    words = choose_page_words(request)
    notice = words.notices.get(code, words.notices["other"])
    return render_page("notice.html", words, {"notice": notice}, status, headers)
