"""Refuses addresses with a NUL in them before anybody looks for what they name: PostgreSQL knows no such text."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kiosk.hub.problem import Problem

_NOWHERE = Problem(404, "not_found", "Nothing is at an address with a NUL in it.")
_MALFORMED = Problem(400, "malformed", "No text that is asked with may have a NUL in it.")


class NulGuard:
    """Middleware that answers 404 for a path with a NUL, and 400 for a query; `answer` makes the answer."""

    def __init__(self, app: ASGIApp, answer: Callable[[Request, Problem], Response]) -> None:
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        problem = _find_problem(scope) if scope["type"] == "http" else None
        if problem:
            await self._answer(Request(scope), problem)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _find_problem(scope: Scope) -> Problem | None:
    if "\0" in scope["path"]:
        return _NOWHERE
    return _MALFORMED if b"%00" in scope["query_string"] else None
