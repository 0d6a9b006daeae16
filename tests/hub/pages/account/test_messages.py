import re
from contextlib import closing
from dataclasses import replace

import pytest
import requests

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.page import Page, make_own_page, make_page
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.joining.attachment import attach_anonymous
from kiosk.hub.live.streams import Streams
from kiosk.hub.models.conversation.conversation import list_messages_with
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.members.account import find_account
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.member_sign_in import begin_member_sign_in
from kiosk.hub.pages.account.messages import MOST_SHOWN
from kiosk.hub.pages.visitor.signed_in import COOKIE
from tests.hub.accounts import open_doors
from tests.hub.joined import add_joined, say_to, write_as
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub
from tests.hub.thread import keep_mug

PATH = "/account/messages"


@pytest.fixture
def hub(hub: Hub) -> Hub:
    return replace(hub, streams=Streams(most=2, apart_s=0.01))


@pytest.fixture
def own(running: RunningHub, browser: requests.Session) -> Page:
    """The page of somebody who is signed in and kept nothing."""
    open_doors(running)
    browser.cookies[COOKIE] = "token"
    with running.hub.database.write() as session:
        member = add_joined(running.hub, session)
        begin_member_sign_in(session, digest("token"), member.key, running.hub.now())
        return make_own_page(member)


def _open(running: RunningHub, browser: requests.Session, query: str = "") -> requests.Response:
    return browser.get(f"{running.url}{PATH}{query}", timeout=DEADLINE_S)


def _list_said(page: requests.Response) -> list[str]:
    return re.findall(r'<p class="said">([^<]*)', page.text)


def _list(hub: Hub, own: Page) -> list[Message]:
    with hub.database.read() as session:
        return list_messages_with(session, [own.member_key])


def _send(browser: requests.Session, page: requests.Response, text: str) -> requests.Response:
    return browser.post(page.url.split("?")[0], {**read_fields(page), "text": text}, timeout=DEADLINE_S)


def test_who_kept_nothing_reads_what_the_store_wrote_and_answers_it(
    running: RunningHub, browser: requests.Session, own: Page
) -> None:
    empty = _open(running, browser)
    say_to(running.hub, own, "Ihre Bestellung liegt bereit.", "pickup")
    page = _open(running, browser)
    after = _send(browser, page, "Danke, bis morgen!")
    said = _list(running.hub, own)

    assert (_list_said(empty), "Fragen Sie Kleine Freude" in empty.text) == ([], True)
    assert _list_said(page) == ["Ihre Bestellung liegt bereit."]
    assert _list_said(after) == ["Ihre Bestellung liegt bereit.", "Danke, bis morgen!"]
    assert [(one.author, one.entry, one.bookmark_id) for one in said] == [
        ("store", "pickup", None),
        ("member", "web", None),
    ]
    assert (said[0].read_at, said[0].answered_at) == (running.hub.now(), running.hub.now())


def test_a_form_that_is_sent_twice_counts_once_and_one_that_says_nothing_keeps_what_was_typed(
    running: RunningHub, browser: requests.Session, own: Page
) -> None:
    page = _open(running, browser)
    for _ in range(2):
        _send(browser, page, "Einmal")
    refused = [_send(browser, page, " "), _send(browser, page, "x" * 2001)]

    assert [one.text for one in _list(running.hub, own)] == ["Einmal"]
    assert [one.status_code for one in refused] == [400, 400]
    assert "x" * 2001 in refused[1].text


def test_all_that_was_said_stands_there_with_what_it_is_about(
    running: RunningHub, browser: requests.Session, own: Page
) -> None:
    bookmark = keep_mug(running.hub)
    write_as(running.hub, make_page(bookmark), "Gibt es ihn in Blau?")
    with running.hub.database.write() as session:
        account = find_account(session, own.member_key)
        assert account
        attach_anonymous(running.hub, session, session.get_one(Member, bookmark.member_key), account)
    say_to(running.hub, own, "Ihre Bestellung liegt bereit.", "pickup")
    page = _open(running, browser)
    topics = re.findall(r'<p class="topic"><a href="/c/[\w-]+\?lang=de">([^<]*)</a>', page.text)

    assert len(_list_said(page)) == 3
    assert topics == ["Steinzeugbecher"]


def test_what_was_said_of_no_offer_comes_along_when_she_joins(
    running: RunningHub, browser: requests.Session, own: Page
) -> None:
    bookmark = keep_mug(running.hub)
    with running.hub.database.write() as session:
        anonymous = session.get_one(Member, bookmark.member_key)
        page = make_own_page(anonymous)
    say_to(running.hub, page, "Ihre Bestellung liegt bereit.", "pickup")
    with running.hub.database.write() as session:
        account = find_account(session, own.member_key)
        assert account
        attach_anonymous(running.hub, session, session.get_one(Member, bookmark.member_key), account)

    assert "Ihre Bestellung liegt bereit." in _list_said(_open(running, browser))


def test_of_many_messages_the_last_ones_stand_there_and_a_link_leads_to_the_others(
    running: RunningHub, browser: requests.Session, own: Page
) -> None:
    for number in range(MOST_SHOWN + 2):
        say_to(running.hub, own, f"Nummer {number}")
    page = _open(running, browser)
    (earlier,) = re.findall(r"before=(\d+)", page.text)
    before = _open(running, browser, f"?before={earlier}")

    assert (len(_list_said(page)), _list_said(page)[0]) == (MOST_SHOWN, "Nummer 2")
    assert _list_said(before) == ["Nummer 0", "Nummer 1"]
    assert "data-page" not in before.text  # what is said now is not shown there
    assert ["Frühere Nachrichten" in one.text for one in (page, before)] == [True, False]


def test_an_open_page_hears_at_once_and_fetches_what_was_said(
    running: RunningHub, browser: requests.Session, own: Page
) -> None:
    url = f"{running.url}{PATH}/stream?after=0"
    with closing(browser.get(url, stream=True, timeout=DEADLINE_S)) as answer:
        lines = (line for line in answer.iter_lines(decode_unicode=True) if line)
        begun = next(lines)
        number = say_to(running.hub, own, "Ja").id
        told = [next(lines), next(lines)]
    states = [
        (_list_said(_open(running, browser, f"/thread?state={state}")), _list(running.hub, own)[-1].read_at is None)
        for state in ("hidden", "visible")
    ]

    assert (begun, told) == ("retry: 2000", [f"id: {number}", f"data: {number}"])
    assert states == [(["Ja"], True), (["Ja"], False)]


@pytest.mark.parametrize("path", ["", "/thread", "/stream"])
def test_nobody_else_reads_it(running: RunningHub, own: Page, stranger: requests.Session, path: str) -> None:
    say_to(running.hub, own, "Ganz geheim")
    answer = stranger.get(f"{running.url}{PATH}{path}", allow_redirects=False, timeout=DEADLINE_S)

    assert (answer.status_code, "geheim" in answer.text) == (303, False)


@pytest.fixture
def kept(running: RunningHub, browser: requests.Session, own: Page) -> str:
    """The page of an offer that she kept before."""
    bookmark = keep_mug(running.hub)
    with running.hub.database.write() as session:
        account = find_account(session, own.member_key)
        assert account
        attach_anonymous(running.hub, session, session.get_one(Member, bookmark.member_key), account)
    account_page = browser.get(f"{running.url}/account", timeout=DEADLINE_S).text
    (found,) = re.findall(r'href="(/c/[\w-]+)\?lang=de"', account_page)
    return f"{running.url}{found}"


def test_her_account_and_each_kept_offers_page_lead_there_and_no_strangers(
    running: RunningHub, browser: requests.Session, kept: str, stranger: requests.Session
) -> None:
    link = f'<a href="{PATH}?lang=de">Ihre Nachrichten</a>'
    hers = [browser.get(address, timeout=DEADLINE_S).text for address in (f"{running.url}/account", kept)]

    assert [link in page for page in hers] == [True, True]
    assert PATH not in stranger.get(kept, timeout=DEADLINE_S).text
