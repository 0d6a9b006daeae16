"""A foreign loyalty system that speaks the contract over real sockets, records what it is told, and fails on demand.

It shares no code with the kiosk, so that it proves the contract and not the kiosk's reading of it.

    with LoyaltyServer() as server:
        server.offer("o-1", image=server.add_media("boots.png", png))
        server.fail_next(Fault(503, retry_after="2"), times=3)
        ...
        server.wait_for(lambda: len(server.bookmarks) == 1)
"""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from typing_extensions import override

from tests.doubles.http_server import HttpServer
from tests.doubles.loyalty_faults import Cut, Fault, Plan

Json = dict[str, Any]


@dataclass(frozen=True)
class Hit:
    """A request as it came in, and when (monotonic seconds)."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    at: float = field(default_factory=time.monotonic)


class LoyaltyServer:
    """The server; a context manager. All it knows may be changed and read while it runs."""

    def __init__(self, token: str | None = None, port: int = 0) -> None:
        self.token = token
        self.hits: list[Hit] = []
        self.bookmarks: dict[str, Json] = {}
        """What it took, by Idempotency-Key: the effect, once each."""
        self.posts: list[str] = []
        """The keys of all bookmark posts that were processed, repeats too."""
        self.conflicts = 0
        """How often one key came with two bodies."""
        self.events: dict[str, Json] = {}
        self.check_ins: dict[str, Json] = {}
        self.articles: dict[str, Json] = {}
        self.statuses: list[Json] = []
        """How the screen said it is, as often as it said so."""
        self.catalogue: Json = {"store": "berlin-mitte", "offers": [], "playlist": []}
        self.shoppers: list[Json] = []
        self.gone: list[str] = []
        self.media: dict[str, bytes] = {}
        self.themes: dict[str, bytes] = {}
        """By their SHA-256."""
        self.cursor = "1"
        self._plan = Plan()
        self._changed = threading.Condition()
        self._server = HttpServer(("127.0.0.1", port), _make_handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._server.hang_up()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def offer(self, name: str, **members: object) -> None:
        """Add an offer to the catalogue."""
        self.catalogue["offers"].append({"id": name, "title": {"de": name, "en": name}, **members})

    def item(self, name: str, **members: object) -> None:
        """Add an item to the loop."""
        self.catalogue["playlist"].append({"id": name, **members})

    def add_media(self, name: str, content: bytes) -> Json:
        """Serve a file; what a catalogue says of it."""
        self.media[name] = content
        return {"url": f"/v1/media/{name}", "sha256": sha256(content).hexdigest(), "bytes": len(content)}

    def fail_next(self, fault: Fault, times: int = 1) -> None:
        """Let the next exchanges fail so."""
        self._plan.next.extend([fault] * times)

    def fail_always(self, mark: str, fault: Fault) -> None:
        """Let every exchange fail so, in whose path or body `mark` stands, until `heal`."""
        self._plan.always[mark] = fault

    def fail_often(self, seed: int, share: float = 0.5) -> None:
        """Let this share of the exchanges fail, each in a way drawn by chance."""
        self._plan.fail_often(seed, share)

    def heal(self) -> None:
        """Fail no more."""
        self._plan = Plan()

    def wait_for(self, condition: Callable[[], bool], timeout_s: float = 10) -> None:
        """Return as soon as an exchange made the condition true; an AssertionError if none did in time."""
        with self._changed:
            assert self._changed.wait_for(condition, timeout_s), "the loyalty server waited in vain"

    def count_hits(self, path: str) -> int:
        return sum(hit.path == path for hit in self.hits)

    # How it works.

    def answer(self, hit: Hit) -> tuple[Fault, int, Json | bytes | None, dict[str, str]]:
        """Process a request as the fault planned for it allows."""
        fault = self._plan.draw(hit.path, hit.body)
        if fault.hold:
            fault.hold.wait(30)
        with self._changed:
            self.hits.append(hit)
            status, body, headers = self._process(hit, fault)
            self._changed.notify_all()
        return fault, status, body, headers

    def _process(self, hit: Hit, fault: Fault) -> tuple[int, Json | bytes | None, dict[str, str]]:
        if fault.location:
            return 302, None, {"Location": fault.location}
        if fault.status:
            headers = {"Retry-After": fault.retry_after} if fault.retry_after else {}
            return fault.status, fault.body or {"status": fault.status, "code": fault.code}, headers
        if self.token and hit.headers.get("authorization") != f"Bearer {self.token}":
            return 401, {"status": 401, "code": "token_unknown"}, {}
        if fault.cut is Cut.BEFORE:
            return 0, None, {}
        status, body, headers = self._route(hit)
        return status, body if fault.body is None else fault.body, headers

    def _route(self, hit: Hit) -> tuple[int, Json | bytes | None, dict[str, str]]:
        folders = {"/v1/media": self.media, "/v1/themes": self.themes}
        folder, _, name = hit.path.rpartition("/")
        if folder in folders:
            content = folders[folder].get(name)
            return (404, {"code": "not_found"}, {}) if content is None else (200, content, {})
        routes = {
            ("GET", "/v1/catalogue"): self._get_catalogue,
            ("GET", "/v1/shoppers"): self._get_shoppers,
            ("POST", "/v1/bookmarks"): self._post_bookmark,
            ("POST", "/v1/events"): self._post_events,
            ("POST", "/v1/check-ins"): self._post_check_in,
            ("POST", "/v1/scans"): self._post_scan,
        }
        route = routes.get((hit.method, hit.path))
        return route(hit) if route else (404, {"code": "not_found"}, {})

    def _get_catalogue(self, hit: Hit) -> tuple[int, Json | None, dict[str, str]]:
        etag = f'"{sha256(json.dumps(self.catalogue).encode()).hexdigest()[:16]}"'
        if hit.headers.get("if-none-match") == etag:
            return 304, None, {"ETag": etag}
        return 200, self.catalogue, {"ETag": etag}

    def _get_shoppers(self, hit: Hit) -> tuple[int, Json, dict[str, str]]:
        fresh = hit.query.get("since") == self.cursor
        shoppers = [] if fresh else self.shoppers
        return 200, {"cursor": self.cursor, "shoppers": shoppers, "gone": self.gone}, {}

    def _post_bookmark(self, hit: Hit) -> tuple[int, Json, dict[str, str]]:
        key = hit.headers.get("idempotency-key", "")
        bookmark = json.loads(hit.body)
        self.posts.append(key)
        if self.bookmarks.get(key, bookmark) != bookmark:
            self.conflicts += 1
            return 422, {"code": "idempotency_key_reused"}, {}
        status = 200 if key in self.bookmarks else 201
        self.bookmarks[key] = bookmark
        conversation = {"id": f"c_{bookmark['credential']['value'][:8]}", "url": f"{self.url}/c"}
        claim = f"{self.url}/claim/{key}"
        return status, {"id": key, "member": "new", "conversation": conversation, "claim_url": claim}, {}

    def _post_events(self, hit: Hit) -> tuple[int, None, dict[str, str]]:
        for event in json.loads(hit.body):
            if event["type"] == "kiosk.status":
                self.statuses.append(event["data"])
            else:
                self.events[event["id"]] = event
        return 202, None, {}

    def _post_scan(self, hit: Hit) -> tuple[int, Json | None, dict[str, str]]:
        return 200, self.articles.get(json.loads(hit.body)["code"]), {}

    def _post_check_in(self, hit: Hit) -> tuple[int, Json, dict[str, str]]:
        check_in = json.loads(hit.body)
        self.check_ins[check_in["id"]] = check_in
        return 200, {"id": check_in["id"]}, {}


def _make_handler(loyalty: LoyaltyServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Speaks HTTP for the server; the names are http.server's."""

        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            self._exchange()

        def do_POST(self) -> None:
            self._exchange()

        @override
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

        def _exchange(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(int(headers.get("content-length", 0)))
            fault, status, answer, more = loyalty.answer(Hit(self.command, parts.path, query, headers, body))
            if fault.cut in {Cut.BEFORE, Cut.AFTER}:
                self.close_connection = True
                return
            self._reply(status, answer, more, half=fault.cut is Cut.HALF)

        def _reply(self, status: int, answer: Json | bytes | None, more: dict[str, str], *, half: bool) -> None:
            content = answer if isinstance(answer, bytes) else json.dumps(answer).encode() if answer else b""
            self.send_response(status)
            for name, value in more.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content[: len(content) // 2] if half else content)
            self.close_connection = self.close_connection or half

    return Handler
