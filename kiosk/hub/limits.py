"""How large a request may be: decided before anything is parsed or kept."""

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.hub.problems import Problem, answer

MOST_BYTES = 64 * 1024
MOST_BYTES_BY_PATH = {"/v1/events": 1024 * 1024}


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
        most = MOST_BYTES_BY_PATH.get(scope["path"], MOST_BYTES)
        try:
            body = await _read_body(receive, most)
        except ClientDisconnect:
            return
        if body is None:
            problem = Problem(413, "too_large", f"A request here has at most {most} bytes.")
            await answer(Request(scope), problem)(scope, receive, send)
            return
        await self._app(scope, _replay(body, receive), send)


async def _read_body(receive: Receive, most: int) -> bytes | None:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        if len(body) > most:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _replay(body: bytes, receive: Receive) -> Receive:
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay
