from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
import requests
from sqlalchemy import func, select

from kiosk.hub.domain.digest import digest
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.store.store import Store
from kiosk.hub.models.store.till import set_till
from kiosk.hub.sample.seed import TILL_TOKEN_FILE
from tests.hub.phone import press_code, read_code
from tests.hub.running import RunningHub, make_bookmark

ADDRESS = "/v1/redemptions"
CATALOGUE = "/v1/catalogue?store=berlin-mitte&screen=window-1"
BODY = {"bookmark": make_bookmark()["id"]}


@pytest.fixture
def till(seeded: Path) -> str:
    return (seeded / TILL_TOKEN_FILE).read_text()


def test_a_bookmark_is_redeemed_once_however_often_it_is_said(running: RunningHub, till: str) -> None:
    running.keep(make_bookmark())
    first = running.post(ADDRESS, BODY, till)
    running.dial.turn(timedelta(hours=1))
    second = running.post(ADDRESS, BODY, till)

    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json() == {**BODY, "offer": "o-mug", "redeemed_at": "2026-11-22T09:00:00Z"}


def test_a_till_may_say_the_code_that_the_phone_shows(running: RunningHub, till: str) -> None:
    running.keep(make_bookmark())
    with running.hub.database.read() as session:
        code = session.get_one(Bookmark, BODY["bookmark"]).redeem_code

    answer = running.post(ADDRESS, {"bookmark": code.lower()}, till)

    assert (answer.status_code, answer.json()["bookmark"]) == (201, BODY["bookmark"])


def test_ten_tills_at_once_redeem_it_once(running: RunningHub, till: str) -> None:
    running.keep(make_bookmark())
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(running.post, [ADDRESS] * 10, [BODY] * 10, [till] * 10))

    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201]
    with running.hub.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Message)) == 2


def test_the_member_reads_it_in_her_conversation(running: RunningHub, till: str, browser: requests.Session) -> None:
    before = press_code(browser, running.open_claim(browser))
    running.post(ADDRESS, BODY, till)
    page = running.open_claim(browser)

    assert read_code(before)
    assert read_code(page) is None
    assert "Eingelöst am 22. November 2026" in page.text
    assert "gehört nun Ihnen" in page.text


def test_the_screen_is_told_in_its_next_catalogue(running: RunningHub, till: str) -> None:
    running.keep(make_bookmark())
    before = running.get(CATALOGUE)
    running.post(ADDRESS, BODY, till)
    after = running.get(CATALOGUE, **{"If-None-Match": before.headers["ETag"]})

    assert (before.json()["redeemed"], after.status_code) == ({}, 200)
    assert after.json()["redeemed"] == {"o-mug": {"weekend-morning": 1}}


def test_a_bookmark_that_there_is_not_is_said_to_be_unknown(running: RunningHub, till: str) -> None:
    answer = running.post(ADDRESS, BODY, till)

    assert (answer.status_code, answer.json()["code"]) == (404, "bookmark_unknown")


def test_another_stores_till_redeems_nothing_here(running: RunningHub) -> None:
    running.keep(make_bookmark())
    with running.hub.database.write() as session:
        session.add(Store(id="hamburg", name="Elbe", time_zone="Europe/Berlin", language="de"))
        session.flush()
        set_till(session, "hamburg", "till-1", digest("elbe"))

    assert running.post(ADDRESS, BODY, "elbe").json()["code"] == "bookmark_unknown"


def test_a_screen_is_no_till_and_a_till_no_screen(running: RunningHub, till: str) -> None:
    answer = running.post(ADDRESS, BODY)

    assert (answer.status_code, answer.json()["code"]) == (401, "token_unknown")
    assert running.get(CATALOGUE, till).status_code == 401


@pytest.mark.parametrize("token", ["", "unknown"])
def test_who_has_no_token_redeems_nothing(running: RunningHub, token: str) -> None:
    assert running.post(ADDRESS, BODY, token).status_code == 401


@pytest.mark.parametrize("body", [{}, {"bookmark": ""}, {"bookmark": 7}, {"bookmark": "x" * 129}, []])
def test_a_malformed_redemption_is_refused(running: RunningHub, till: str, body: object) -> None:
    answer = running.post(ADDRESS, body, till)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")
