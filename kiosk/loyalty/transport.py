"""HTTP to one server, with bounds on time, size and redirects. Imported late: `requests` is slow to load."""

import ssl
import threading
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Literal

import requests
from msgspec import Struct
from requests.utils import get_environ_proxies

from kiosk.loyalty.deadline import Deadline
from kiosk.loyalty.failure import ApiFailed, Trouble
from kiosk.loyalty.retry_after import parse_retry_after
from kiosk.loyalty.watched_adapter import WatchedAdapter

_CHUNK = 65536
_BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}


class Timeouts(Struct, frozen=True):
    """Bounds in seconds: to connect, between two bytes, and for a whole answer."""

    connect_s: float = 3.0
    read_s: float = 10.0
    total_s: float = 60.0


class Request(Struct, frozen=True):
    """What to ask."""

    url: str
    method: Literal["GET", "POST"] = "GET"
    params: Mapping[str, str] | None = None
    headers: Mapping[str, str] | None = None
    body: bytes | None = None


class Response(Struct, frozen=True):
    """An answer of any status but a redirect, whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def fail(self) -> ApiFailed:
        """What this answer means to someone who wanted another."""
        if self.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
            return ApiFailed(Trouble.TOKEN_REFUSED)
        after = parse_retry_after(self.headers.get("Retry-After"), self.headers.get("Date"), datetime.now(UTC))
        return ApiFailed(f"http_{self.status}", after=after, everyone=self.status in _BUSY)


class Transport:
    """Requests with the screen's token, safe to use from any thread: each has its own connections."""

    def __init__(self, token: str | None, ca_file: Path | None, timeouts: Timeouts) -> None:
        self._token = token
        self._verify = _choose_authorities(ca_file)
        self._timeouts = timeouts
        self._local = threading.local()
        self._patterns: dict[str, requests.PreparedRequest] = {}
        """Of what is posted, by its address: what is the same each time is made once."""
        self._proxies: dict[str, str] | None = None

    def exchange(self, request: Request, limit: int) -> Response:
        """Send a request and read the answer, at most `limit` bytes. Raises `ApiFailed`."""
        with Deadline(self._timeouts.total_s) as deadline:
            answer = self._send(request, deadline)
            return Response(answer.status_code, answer.headers, b"".join(_read(answer, limit, deadline)))

    def stream(self, request: Request, limit: int) -> Iterator[bytes]:
        """The body of a 200, in pieces, at most `limit` bytes. Raises `ApiFailed`."""
        with Deadline(self._timeouts.total_s) as deadline:
            answer = self._send(request, deadline)
            if answer.status_code != HTTPStatus.OK:
                answer.close()
                raise Response(answer.status_code, answer.headers, b"").fail()
            yield from _read(answer, limit, deadline)

    def _send(self, request: Request, deadline: Deadline) -> requests.Response:
        try:
            with deadline.hold_for_connecting():
                answer = self._request(request)
        except requests.exceptions.SSLError as error:
            raise ApiFailed(Trouble.TLS_FAILED, everyone=True) from error
        except requests.RequestException as error:
            deadline.check()
            raise ApiFailed(Trouble.UNREACHABLE, everyone=True) from error
        except ValueError as error:
            # Headers and addresses that no HTTP has, which `requests` gives to whoever parses them.
            raise ApiFailed(Trouble.NOT_UNDERSTOOD) from error
        if answer.is_redirect:
            answer.close()
            raise ApiFailed(Trouble.REDIRECTED, everyone=True)
        return answer

    def _request(self, request: Request) -> requests.Response:
        """By the adapter itself: a session would keep the server's cookies, and take as long again."""
        return self._adapter().send(
            self._prepare(request),
            stream=True,
            timeout=(self._timeouts.connect_s, self._timeouts.read_s),
            verify=self._verify,
            proxies=self._find_proxies(request.url),
        )

    def _prepare(self, request: Request) -> requests.PreparedRequest:
        if request.body is None:
            return self._make(request).prepare()
        pattern = self._patterns.get(request.url) or self._patterns.setdefault(
            request.url, self._make(request).prepare()
        )
        prepared = pattern.copy()
        prepared.headers.update(request.headers or {})
        prepared.prepare_body(request.body, None)  # pyright: ignore[reportUnknownMemberType]  # requests has no types of its own for it
        return prepared

    def _make(self, request: Request) -> requests.Request:
        # Small answers, and no archive bombs.
        headers = {"User-Agent": "vitrine-kiosk", "Accept-Encoding": "identity", **(request.headers or {})}
        return requests.Request(request.method, request.url, headers, params=request.params, auth=self._authorise)

    def _authorise(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request

    def _find_proxies(self, url: str) -> dict[str, str]:
        """All requests go to one server: to look through the environment at each takes a third of it."""
        if self._proxies is None:
            self._proxies = get_environ_proxies(url)
        return self._proxies

    def _adapter(self) -> WatchedAdapter:
        adapter: WatchedAdapter | None = getattr(self._local, "adapter", None)
        if adapter is None:
            adapter = self._local.adapter = WatchedAdapter()
        return adapter


def _read(answer: requests.Response, limit: int, deadline: Deadline) -> Iterator[bytes]:
    size = 0
    with answer:
        try:
            for chunk in answer.iter_content(_CHUNK):
                size += len(chunk)
                if size > limit:
                    raise ApiFailed(Trouble.TOO_LARGE)
                yield chunk
        except requests.RequestException as error:
            deadline.check()
            raise ApiFailed(Trouble.HALF_ANSWER) from error
    deadline.check()


def _choose_authorities(ca_file: Path | None) -> str | bool:
    """The authorities that IT installed on this machine, and not those that `requests` brings along."""
    system = ssl.get_default_verify_paths()
    return str(ca_file) if ca_file else system.cafile or system.capath or True
