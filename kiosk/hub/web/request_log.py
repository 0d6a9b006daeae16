"""One line for each request, by which a store manager sees that the screens ask and that the phones arrive."""

import logging
from http import HTTPMethod

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger(__name__)


class RequestLog:
    """Middleware that logs method, route, status and, where they are noted, the screen and why it was refused.

    The route's pattern stands for the path, which may hold a claim's secret, or whatever a stranger typed.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and say what it came to."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status: int | None = None

        async def note_status(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, note_status)
        except Exception:
            status = 500
            raise
        finally:
            _log.info("%s", _describe(scope, status))


def note_screen(request: Request, screen: str) -> None:
    """Let the line of this request name the screen."""
    request.state.log_screen = screen


def note_refusal(request: Request, code: str) -> None:
    """Let the line of this request say why it was refused."""
    request.state.log_refusal = code


def _describe(scope: Scope, status: int | None) -> str:
    method = scope["method"] if scope["method"] in HTTPMethod.__members__ else "?"
    route = getattr(scope.get("route"), "path", None) or scope["root_path"] or "(unknown)"
    noted = scope.get("state", {})
    parts = (method, route, status or "(broken off)", noted.get("log_refusal"), noted.get("log_screen"))
    return " ".join(str(part) for part in parts if part)
