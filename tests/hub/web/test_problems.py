import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest
import requests
from sqlalchemy import text
from sqlalchemy.exc import DataError, IntegrityError

from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from tests.hub.running import Dial, HubServer, RunningHub, make_bookmark


@pytest.fixture
def server(hub: Hub) -> Iterator[HubServer]:
    """An application of this test alone, for some tests put routes into it that go wrong."""
    with HubServer(hub) as server:
        yield server


def _check(answer: requests.Response, status: int, code: str) -> None:
    assert (answer.status_code, answer.json()["code"], answer.json()["status"]) == (status, code, status)
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_an_address_that_is_not_there_is_a_problem(running: RunningHub) -> None:
    _check(running.get("/v1/nothing"), 404, "not_found")


def test_a_method_that_is_not_allowed_is_a_problem(running: RunningHub) -> None:
    _check(running.get("/v1/bookmarks"), 405, "method_not_allowed")


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"id": 1e999}', b"[" * 60_000, b'"text"', b'{"id": "\\ud800"}'],
)
def test_a_body_that_is_no_bookmark_is_a_problem(running: RunningHub, content: bytes) -> None:
    _check(running.send("/v1/bookmarks", content), 400, "malformed")


def test_a_body_of_another_kind_is_a_problem(running: RunningHub) -> None:
    _check(running.send("/v1/bookmarks", b"id=1", "application/x-www-form-urlencoded"), 400, "malformed")


def test_a_person_gets_a_page(running: RunningHub) -> None:
    answer = requests.get(f"{running.url}/nothing", headers={"Accept-Language": "de-DE"}, timeout=20)

    assert answer.status_code == 404
    assert "Diese Seite gibt es nicht" in answer.text


def test_a_locked_database_says_when_to_come_again(running: RunningHub, dial: Dial) -> None:
    impatient = replace(running.hub, database=open_database(running.hub.settings.database, busy_s=0.05))
    with running.hub.database.write() as lock:
        lock.execute(text("SELECT 1"))
        busy = RunningHub(running.server, impatient, dial, running.folder, running.token)
        answer = busy.keep(make_bookmark())
    impatient.database.close()

    _check(answer, 503, "busy")
    assert answer.headers["Retry-After"] == "1"


def test_who_loses_a_race_for_the_same_row_is_asked_to_repeat(running: RunningHub) -> None:
    def lose_race() -> None:
        raise IntegrityError(None, None, sqlite3.IntegrityError())

    running.server.app.get("/v1/race")(lose_race)
    answer = running.get("/v1/race")

    _check(answer, 409, "in_progress")
    assert answer.headers["Retry-After"] == "1"


def test_what_the_database_cannot_keep_is_the_askers_fault(running: RunningHub) -> None:
    def keep_nul() -> None:
        raise DataError(None, None, sqlite3.DataError())

    running.server.app.get("/v1/nul")(keep_nul)
    _check(running.get("/v1/nul"), 400, "malformed")


@pytest.mark.allow_log("Exception in ASGI application")
def test_a_failure_tells_the_asker_nothing_of_its_cause(running: RunningHub) -> None:
    def break_down() -> None:
        message = "04a1b2c3d4e5f1"
        raise RuntimeError(message)

    running.server.app.get("/v1/failure")(break_down)
    answer = running.get("/v1/failure")

    _check(answer, 500, "internal")
    assert "04a1b2c3d4e5f1" not in answer.text
