"""How large a request may be: decided before anything is parsed or kept."""

import re

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.hub.problems import Problem, answer

MOST_BYTES = 64 * 1024
MOST_BYTES_BY_PATH = {"/v1/events": 1024 * 1024}
MOST_PICTURE_BYTES = 12 * 1024 * 1024
_PICTURES = re.compile(r"/console/offers/[^/]+/pictures")
# A browser that is still sending does not hear the answer: so much more is read, and dropped, that it does.
_MOST_DROPPED = 64 * 1024 * 1024


class BodyLimit:
    """Middleware that reads a request's whole body and answers 413 beyond its limit.

    A request that breaks off half way is not carried out.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its whole body, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = _find_limit(scope["path"])
        try:
            body = await _read_body(receive, most)
        except ClientDisconnect:
            return
        if body is None:
            problem = Problem(413, "too_large", f"A request here has at most {most} bytes.")
            await answer(Request(scope), problem)(scope, receive, send)
            return
        await self._app(scope, _replay(body, receive), send)


def _find_limit(path: str) -> int:
    return MOST_PICTURE_BYTES if _PICTURES.fullmatch(path) else MOST_BYTES_BY_PATH.get(path, MOST_BYTES)


async def _read_body(receive: Receive, most: int) -> bytes | None:
    body, size = bytearray(), 0
    while size <= most + _MOST_DROPPED:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        part = message.get("body", b"")
        size += len(part)
        if size <= most:
            body += part
        if not message.get("more_body", False):
            return bytes(body) if size <= most else None
    return None


def _replay(body: bytes, receive: Receive) -> Receive:
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay
