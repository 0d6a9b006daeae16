import re
from collections.abc import Callable

import msgspec
import pytest
import requests
from sqlalchemy import select

from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.member import Member
from tests.hub.accounts import ADDRESS, join, open_doors
from tests.hub.phone import know_phone, read_fields
from tests.hub.running import DEADLINE_S, RunningHub

Door = Callable[[RunningHub, requests.Session], str]


def _by_account(running: RunningHub, browser: requests.Session) -> str:
    join(running, browser, open_doors(running))
    return f"{running.url}/account"


def _by_phone(running: RunningHub, browser: requests.Session) -> str:
    running.open_claim(browser)
    address = running.open_claim(browser).url
    browser.post(f"{address}/code", read_fields(browser.get(address, timeout=DEADLINE_S)), timeout=DEADLINE_S)
    know_phone(running, address)
    return f"{address}/me"


DOORS = pytest.mark.parametrize("door", [_by_account, _by_phone])


def _send(browser: requests.Session, root: str, path: str, **fields: str) -> requests.Response:
    page = browser.get(f"{root}/data", timeout=DEADLINE_S)
    return browser.post(f"{root}/data/{path}", {**read_fields(page), **fields}, timeout=DEADLINE_S)


def _list_members(running: RunningHub) -> set[str]:
    with running.hub.database.read() as session:
        return set(session.scalars(select(Member.key)))


@DOORS
def test_the_way_there_stands_on_her_page(running: RunningHub, browser: requests.Session, door: Door) -> None:
    root = door(running, browser)
    page = browser.get(root, timeout=DEADLINE_S)

    assert f'href="{root.removeprefix(running.url)}/data?lang=de"' in page.text


@DOORS
def test_she_takes_it_along_as_a_file_that_is_kept_nowhere(
    running: RunningHub, browser: requests.Session, door: Door
) -> None:
    root = door(running, browser)
    files = [_send(browser, root, "export", kind=kind) for kind in ("json", "html")]

    assert msgspec.json.decode(files[0].content)["store"] == "Kleine Freude"
    assert "Was Sie erlaubt haben" in files[1].text or "Sie" in files[1].text
    for kind, file in zip(("json", "html"), files, strict=True):
        assert file.headers["Content-Disposition"] == f'attachment; filename="berlin-mitte-2026-11-22.{kind}"'
        assert file.headers["Cache-Control"] == "no-store"


@DOORS
def test_she_is_erased_once_she_typed_the_word(running: RunningHub, browser: requests.Session, door: Door) -> None:
    before = _list_members(running)
    root = door(running, browser)
    wrong = _send(browser, root, "erase", word="ja")
    there = _list_members(running)
    right = _send(browser, root, "erase", word=" löschen ")

    assert (wrong.status_code, right.status_code) == (400, 200)
    assert "Da steht noch nicht LÖSCHEN." in wrong.text
    assert "Ihre Daten sind gelöscht" in right.text
    assert len(there) > len(before)
    assert _list_members(running) == before
    assert not [cookie.name for cookie in browser.cookies if cookie.name == "vitrine_member"]


@DOORS
@pytest.mark.parametrize("asked", ["GET ", "POST /export", "POST /erase"])
def test_a_stranger_gets_and_erases_nothing(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, door: Door, asked: str
) -> None:
    root = door(running, browser)
    fields = read_fields(browser.get(f"{root}/data", timeout=DEADLINE_S))
    before = _list_members(running)
    stranger.get(f"{running.url}/sign-in/berlin-mitte", timeout=DEADLINE_S)
    stolen = {**fields, "kind": "json", "word": "LÖSCHEN"}
    method, path = asked.split(" ")
    answer = stranger.request(method, f"{root}/data{path}", data=stolen, allow_redirects=False, timeout=DEADLINE_S)

    assert answer.status_code in {303, 403}
    assert ADDRESS not in answer.text
    assert _list_members(running) == before


@DOORS
@pytest.mark.parametrize("path", ["export", "erase"])
def test_a_form_from_elsewhere_does_nothing(
    running: RunningHub, browser: requests.Session, door: Door, path: str
) -> None:
    root = door(running, browser)
    before = _list_members(running)
    browser.headers["Origin"] = "https://elsewhere.example"

    assert _send(browser, root, path, kind="json", word="LÖSCHEN").status_code == 403
    assert _list_members(running) == before


def test_the_account_goes_with_her(running: RunningHub, browser: requests.Session) -> None:
    root = _by_account(running, browser)
    _send(browser, root, "erase", word="LÖSCHEN")
    with running.hub.database.read() as session:
        assert session.scalars(select(Account)).all() == []
    assert re.search(r"/sign-in/", browser.get(f"{running.url}/account", timeout=DEADLINE_S).url)
