import logging
from collections.abc import Iterator

import pytest
import requests
from sqlalchemy import text

from kiosk.hub.context import Hub
from tests.hub.running import HubServer, RunningHub, make_bookmark

DEADLINE_S = 20


@pytest.fixture(autouse=True)
def _listen(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "kiosk.hub.web.request_log")


@pytest.fixture
def server(hub: Hub) -> Iterator[HubServer]:
    """An application of this test alone, which can be stopped."""
    with HubServer(hub) as server:
        yield server


def list_lines(running: RunningHub, caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was logged; the hub is stopped first, for a line is written after its answer."""
    running.server.stop()
    return [record.getMessage() for record in caplog.records if record.name == "kiosk.hub.web.request_log"]


def test_each_request_is_a_line_that_names_the_screen(running: RunningHub, caplog: pytest.LogCaptureFixture) -> None:
    running.get("/v1/catalogue?store=berlin-mitte&screen=window-1")
    running.keep(make_bookmark())

    assert list_lines(running, caplog) == ["GET /v1/catalogue 200 window-1", "POST /v1/bookmarks 201 window-1"]


def test_a_refusal_is_a_line_that_says_why(running: RunningHub, caplog: pytest.LogCaptureFixture) -> None:
    running.get("/v1/catalogue?store=berlin-mitte&screen=window-1", "unknown")
    running.keep(make_bookmark(offer="o-nothing"))

    assert list_lines(running, caplog) == [
        "GET /v1/catalogue 401 token_unknown",
        "POST /v1/bookmarks 404 offer_unknown window-1",
    ]


def test_no_line_holds_a_secret_or_what_a_stranger_typed(
    running: RunningHub, browser: requests.Session, caplog: pytest.LogCaptureFixture
) -> None:
    running.open_claim(browser)
    requests.get(f"{running.url}/what/a-stranger?typed=this", timeout=DEADLINE_S)
    requests.request("MEOW", f"{running.url}/v1/catalogue", timeout=DEADLINE_S)
    requests.get(f"{running.url}/static/page.css", timeout=DEADLINE_S)

    assert list_lines(running, caplog) == [
        "POST /v1/bookmarks 201 window-1",
        "GET /c/{token} 200",
        "GET (unknown) 404 not_found",
        "? /v1/catalogue 405 method_not_allowed",
        "GET /static 200",
    ]


@pytest.mark.allow_log("uvicorn.error: Exception in ASGI application")
def test_a_failure_of_the_hubs_own_is_a_line_too(running: RunningHub, caplog: pytest.LogCaptureFixture) -> None:
    with running.hub.database.write() as session:
        session.execute(text("UPDATE offers SET audience = '[]'"))
    running.get("/v1/catalogue?store=berlin-mitte&screen=window-1")

    assert list_lines(running, caplog) == ["GET /v1/catalogue 500 window-1"]
