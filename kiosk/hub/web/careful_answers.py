"""What every answer tells a browser, whoever made it: to guess nothing, to keep nothing unasked, and to come by TLS."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_A_YEAR_S = 365 * 24 * 3600
_SCRIPT = "text/javascript"


class CarefulAnswers:
    """Middleware that adds what an answer does not say itself.

    An answer without a validator is kept by nobody, and one without a policy of its own can do nothing where somebody
    opens it as a page; a script has none, for a worker would come under it. Once a phone came by TLS, it comes so
    for a year (RFC 6797).
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and complete the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        by_tls = str(scope["app"].state.hub.settings.public_url).startswith("https:")

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                _complete(MutableHeaders(scope=message), by_tls=by_tls)
            await send(message)

        await self._app(scope, receive, complete)


def _complete(headers: MutableHeaders, *, by_tls: bool) -> None:
    headers.setdefault("X-Content-Type-Options", "nosniff")
    if "ETag" not in headers:
        headers.setdefault("Cache-Control", "no-store")
    if not headers.get("Content-Type", "").startswith(_SCRIPT):
        headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
    if by_tls:
        headers.setdefault("Strict-Transport-Security", f"max-age={_A_YEAR_S}")
