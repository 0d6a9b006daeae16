"""How large a request may be: decided before anything is parsed or kept."""

import re
from collections.abc import Callable
from tempfile import SpooledTemporaryFile
from typing import IO

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.hub.problem import Problem

MOST_BYTES = 64 * 1024
MOST_BYTES_BY_PATH = {"/v1/events": 1024 * 1024, "/v1/batch": 1024 * 1024, "/v1/receipts": 256 * 1024}
MOST_PICTURE_BYTES = 12 * 1024 * 1024
MOST_LOOP_BYTES = 200_000_000
"""No screen fetches a larger video."""
MOST_IN_MEMORY = 1024 * 1024
"""Beyond that a body waits on the disk."""
_UPLOADS = (
    (re.compile(r"/console/offers/[^/]+/pictures"), MOST_PICTURE_BYTES),
    (re.compile(r"/console/loop/(upload|[^/]+/upright)"), MOST_LOOP_BYTES),
)
"""Paths to which much may be sent, but only by who is known."""
STRANGER = Problem(401, "signed_out", "Sign in before you upload.")
# A browser that is still sending does not hear the answer: so much more is read, and dropped, that it does.
_MOST_DROPPED = 64 * 1024 * 1024
_PART = 256 * 1024


class BodyLimit:
    """Middleware that reads a request's whole body and answers 413 beyond its limit.

    A request that breaks off half way is not carried out. `is_known` says whether the sender of an upload may send one:
    of a stranger's nothing is kept beyond what any request may have, and the rest is dropped as it comes.
    `answer` makes the answer that refuses.
    """

    def __init__(
        self, app: ASGIApp, is_known: Callable[[Request], bool], answer: Callable[[Request, Problem], Response]
    ) -> None:
        self._app = app
        self._is_known = is_known
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its whole body, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        upload = _find_upload(scope["path"])
        is_stranger = upload is not None and not await run_in_threadpool(self._is_known, Request(scope))
        most = upload if upload and not is_stranger else MOST_BYTES_BY_PATH.get(scope["path"], MOST_BYTES)
        with SpooledTemporaryFile(MOST_IN_MEMORY) as body:
            try:
                is_whole = await _read_body(receive, most, body)
            except ClientDisconnect:
                return
            if is_whole:
                await self._app(scope, _replay(body, receive), send)
                return
        too_large = Problem(413, "too_large", f"A request here has at most {most} bytes.")
        await self._answer(Request(scope), STRANGER if is_stranger else too_large)(scope, receive, send)


def _find_upload(path: str) -> int | None:
    """How much may be sent there, if that is more than elsewhere."""
    return next((most for pattern, most in _UPLOADS if pattern.fullmatch(path)), None)


async def _read_body(receive: Receive, most: int, body: IO[bytes]) -> bool:
    """Put all of it into `body`, from its start on; `False` where it is more than that."""
    size = 0
    while size <= most + _MOST_DROPPED:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        part = message.get("body", b"")
        size += len(part)
        if size <= most:
            body.write(part)
        if not message.get("more_body", False):
            body.seek(0)
            return size <= most
    return False


def _replay(body: IO[bytes], receive: Receive) -> Receive:
    is_told = False

    async def replay() -> Message:
        nonlocal is_told
        if is_told:
            return await receive()
        part = body.read(_PART)
        is_told = len(part) < _PART
        return {"type": "http.request", "body": part, "more_body": not is_told}

    return replay
