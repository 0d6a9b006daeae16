"""A hub that runs for a test: the real application, over real HTTP, on a real database."""

import socket
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

import requests
import uvicorn

from kiosk.hub.app import create_app
from kiosk.hub.context import Hub
from kiosk.hub.live.server import EndingServer
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE

DEADLINE_S = 20
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
A_HASH = "a" * 64


@dataclass
class Dial:
    """A clock that stands until it is turned."""

    time: datetime = NOW

    def read(self) -> datetime:
        return self.time

    def turn(self, by: timedelta) -> None:
        self.time += by


class HubServer:
    """The hub's application at `url`; which hub it serves can be changed between two requests."""

    def __init__(self, hub: Hub) -> None:
        self.app = create_app(hub)
        self.url = ""

    def __enter__(self) -> Self:
        listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        config = uvicorn.Config(self.app, log_config=None, access_log=False, ws="none")
        self._server = EndingServer(config, self._end_streams)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listener]})
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(DEADLINE_S)

    def _end_streams(self) -> None:
        self.app.state.hub.streams.end()

    def stop(self) -> None:
        """End it once it has answered and logged all that was asked."""
        self.__exit__()

    def serve(self, hub: Hub) -> None:
        """From the next request on, this hub answers."""
        self.app.state.hub = hub


@dataclass
class RunningHub:
    """The hub that `server` serves, asked as the first screen unless another token is named."""

    server: HubServer
    hub: Hub
    dial: Dial
    folder: Path
    token: str

    def __post_init__(self) -> None:
        self.server.serve(self.hub)

    @property
    def url(self) -> str:
        return self.server.url

    def get(self, path: str, token: str | None = None, **headers: str) -> requests.Response:
        return requests.get(self.url + path, headers=self._sign(token, headers), timeout=DEADLINE_S)

    def post(
        self, path: str, body: object, token: str | None = None, headers: Mapping[str, str] | None = None
    ) -> requests.Response:
        return requests.post(self.url + path, json=body, headers=self._sign(token, headers or {}), timeout=DEADLINE_S)

    def send(self, path: str, content: bytes, kind: str = "application/json") -> requests.Response:
        headers = self._sign(None, {"Content-Type": kind})
        return requests.post(self.url + path, data=content, headers=headers, timeout=DEADLINE_S)

    def keep(self, body: Mapping[str, Any], token: str | None = None) -> requests.Response:
        return self.post("/v1/bookmarks", body, token, {"Idempotency-Key": str(body.get("id"))})

    def open_claim(self, browser: requests.Session, **changes: object) -> requests.Response:
        """Keep an offer at the screen, and open the page of its code in this browser."""
        return browser.get(self.find_page(self.keep(make_bookmark(**changes)).json()["claim_url"]), timeout=DEADLINE_S)

    def find_page(self, public_url: str) -> str:
        return public_url.replace(self.hub.settings.public_url, self.url)

    def _sign(self, token: str | None, headers: Mapping[str, str]) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token if token is None else token}", **headers}


def make_bookmark(**changes: object) -> dict[str, Any]:
    """The body of a good bookmark, with these changes."""
    return {
        "id": "019aa1b2-0000-7000-8000-000000000001",
        "offer": "o-mug",
        "store": STORE,
        "screen": FIRST_SCREEN,
        "zone": "home",
        "impression": "019aa1b2-0000-7000-8000-00000000000f",
        "credential": {"kind": "uid", "value": A_HASH},
        "tapped_at": "2026-11-22T10:00:00.123+01:00",
        "language": "de",
        **changes,
    }


def keep_at_once(running: RunningHub, times: int) -> list[tuple[int, str]]:
    """One bookmark sent so many times at the same moment: status and text of each answer."""
    gate = threading.Barrier(times)

    def keep(_: int) -> tuple[int, str]:
        gate.wait()
        answer = running.keep(make_bookmark())
        return answer.status_code, answer.text

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(keep, range(times)))
