"""Keeps the hub's cookies its own where it is reached by TLS: no neighbour of its domain can plant one."""

import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SET = re.compile(rb"(vitrine_[a-z]+=)(.*)", re.DOTALL)
_GIVEN = re.compile(rb"__(?:Host|Secure)-(?=vitrine_)")


class HostCookies:
    """Middleware that gives cookies the names which browsers guard: `__Host-`, or `__Secure-` below a path.

    Inside they go by their plain names, and one that comes by its plain name is none. Source: RFC 6265bis, 4.1.3.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on by the plain names, and the answer by the guarded ones."""
        if scope["type"] != "http" or not str(scope["app"].state.hub.settings.public_url).startswith("https:"):
            await self._app(scope, receive, send)
            return

        async def guard(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [(name, _guard(name, value)) for name, value in message["headers"]]
            await send(message)

        given = [(name, _read(value) if name == b"cookie" else value) for name, value in scope["headers"]]
        await self._app({**scope, "headers": given}, receive, guard)


def _guard(name: bytes, value: bytes) -> bytes:
    """The cookie by its guarded name, and with the mark without which browsers refuse that; another header as it is."""
    found = _SET.fullmatch(value) if name == b"set-cookie" else None
    if not found:
        return value
    attributes = {part.strip().lower() for part in found[2].split(b";")[1:]}
    prefix = b"__Host-" if b"path=/" in attributes else b"__Secure-"
    return prefix + value + (b"" if b"secure" in attributes else b"; Secure")


def _read(value: bytes) -> bytes:
    parts = (part.strip() for part in value.split(b";"))
    return b"; ".join(_GIVEN.sub(b"", part) for part in parts if not part.startswith(b"vitrine_"))
