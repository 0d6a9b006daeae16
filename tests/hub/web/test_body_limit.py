import asyncio
from collections.abc import Iterator

import pytest
import requests
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from kiosk.hub.web.body_limit import MOST_BYTES, BodyLimit
from tests.hub.running import RunningHub


def _stream(size: int) -> Iterator[bytes]:
    for _ in range(size // 1024):
        yield b"x" * 1024


@pytest.mark.parametrize("path", ["/v1/bookmarks", "/v1/screens/enrol"])
def test_a_body_above_the_limit_is_refused_before_it_is_parsed(running: RunningHub, path: str) -> None:
    answer = running.send(path, b"x" * (MOST_BYTES + 1))

    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_a_body_at_the_limit_is_looked_at(running: RunningHub) -> None:
    assert running.send("/v1/bookmarks", b"x" * MOST_BYTES).json()["code"] == "malformed"


def test_a_body_that_does_not_say_its_length_is_counted(running: RunningHub) -> None:
    answer = requests.post(f"{running.url}/v1/bookmarks", data=_stream(MOST_BYTES + 2048), timeout=20)

    assert answer.status_code == 413


def test_a_page_says_it_in_words(running: RunningHub) -> None:
    answer = requests.post(f"{running.url}/c/token", data=b"x" * (MOST_BYTES + 1), timeout=20)

    assert answer.status_code == 413
    assert "That was too much at once" in answer.text


def test_a_request_that_breaks_off_is_not_carried_out() -> None:
    heard: list[Message] = [{"type": "http.disconnect"}, {"type": "http.request", "body": b"half", "more_body": True}]
    carried_out: list[str] = []

    async def receive() -> Message:
        return heard.pop()

    async def send(message: Message) -> None:
        carried_out.append(message["type"])

    async def carry_out(scope: Scope, _receive: Receive, _send: Send) -> None:
        carried_out.append(scope["path"])

    limit = BodyLimit(carry_out, lambda _: True, lambda _, problem: Response(status_code=problem.status))
    asyncio.run(limit({"type": "http", "path": "/offers/o-mug"}, receive, send))

    assert (heard, carried_out) == ([], [])
