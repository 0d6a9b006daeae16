"""One request to a Chatwoot: to nowhere else, for not too long, and with an answer of bounded size."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import msgspec
import requests
from msgspec import Struct

from kiosk.hub.chatwoot.account import Chatwoot
from kiosk.hub.webhooks.destination import DestinationRefused, Resolve, find_destination, resolve_host
from kiosk.hub.webhooks.dialling import dial, read_wait

MOST_BYTES = 8 * 1024 * 1024
MISSING = 404
_CONNECT_S = 3.05
_PATIENCE_S = 20.0
"""Longer than the 15 s after which Chatwoot itself gives a request up (rack-timeout's default)."""
_PART = 64 * 1024
_EVERYWHERE = frozenset({401, 403, 429, 502, 503, 504})
_LATER = frozenset({*_EVERYWHERE, 408, 425})
_FAULTS = 500


class NotNow(Exception):
    """It may or may not have been done, and is to be tried again, `after` so many seconds at the earliest.

    `is_everywhere`: nothing else will go better until then. The text names nobody.
    """

    def __init__(self, why: str, *, after: float | None = None, is_everywhere: bool = False) -> None:
        super().__init__(why)
        self.after = after
        self.is_everywhere = is_everywhere


class Declined(Exception):
    """It was not done, and never will be; `status` is what was answered. The text names nobody."""

    def __init__(self, status: int) -> None:
        super().__init__(f"it answered {status}")
        self.status = status


class Line(Struct, frozen=True):
    """The way to one Chatwoot."""

    chatwoot: Chatwoot
    now: Callable[[], datetime]
    resolve: Resolve = resolve_host
    patience_s: float = _PATIENCE_S

    def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> bytes:
        """What it answers. Raises `NotNow` and `Declined`; with a `body`, that is sent as JSON."""
        chatwoot = self.chatwoot
        try:
            place = find_destination(chatwoot.url + path, allows_private=chatwoot.allows_private, resolve=self.resolve)
            with dial(place) as session:
                return self._ask(session, method, place.url, body)
        except DestinationRefused:
            why = "its address leads into a private network"
            raise NotNow(why, is_everywhere=True) from None
        except (OSError, requests.RequestException) as error:
            why = f"nobody answered ({type(error).__name__})"
            raise NotNow(why, is_everywhere=True) from None

    def _ask(self, session: requests.Session, method: str, url: str, body: Mapping[str, Any] | None) -> bytes:
        headers = {"api_access_token": self.chatwoot.token, "Content-Type": "application/json"}
        data = None if body is None else msgspec.json.encode(body)
        timeout = (_CONNECT_S, self.patience_s)
        # A redirect could lead anywhere, and take the token with it.
        with session.request(
            method, url, data=data, headers=headers, timeout=timeout, allow_redirects=False, stream=True
        ) as answer:
            self._judge(answer)
            return _read(answer)

    def _judge(self, answer: requests.Response) -> None:
        status = answer.status_code
        if requests.codes.ok <= status < requests.codes.multiple_choices:
            return
        if status in _LATER or status >= _FAULTS:
            after = read_wait(answer.headers.get("Retry-After", ""), self.now())
            why = f"it answered {status}"
            raise NotNow(why, after=after, is_everywhere=status in _EVERYWHERE)
        raise Declined(status)


def _read(answer: requests.Response) -> bytes:
    body = bytearray()
    for part in answer.iter_content(_PART):
        body += part
        if len(body) > MOST_BYTES:
            why = "its answer has no end"
            raise NotNow(why)
    return bytes(body)
