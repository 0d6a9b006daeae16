"""HTTP to one server, with bounds on time, size and redirects. Imported late: `requests` is slow to load."""

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
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
        return self._session(request.url).request(
            request.method,
            request.url,
            params=request.params,
            headers=request.headers,
            data=request.body,
            stream=True,
            allow_redirects=False,
            timeout=(self._timeouts.connect_s, self._timeouts.read_s),
            verify=self._verify,
        )

    def _session(self, url: str) -> requests.Session:
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = self._local.session = requests.Session()
            for scheme in ("https://", "http://"):
                session.mount(scheme, WatchedAdapter())
            # Small answers, and no archive bombs. `auth` keeps a stray .netrc from replacing the token.
            session.headers.update({"User-Agent": "vitrine-kiosk", "Accept-Encoding": "identity"})
            session.auth = _make_auth(self._token)
            # All requests go to one server: to look through the environment for a proxy at each takes a third of it.
            session.trust_env = False
            session.proxies.update(get_environ_proxies(url))
        return session


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


def _make_auth(token: str | None) -> Callable[[requests.PreparedRequest], requests.PreparedRequest]:
    def authorise(request: requests.PreparedRequest) -> requests.PreparedRequest:
        if token:
            request.headers["Authorization"] = f"Bearer {token}"
        return request

    return authorise


def _choose_authorities(ca_file: Path | None) -> str | bool:
    """The authorities that IT installed on this machine, and not those that `requests` brings along."""
    system = ssl.get_default_verify_paths()
    return str(ca_file) if ca_file else system.cafile or system.capath or True
