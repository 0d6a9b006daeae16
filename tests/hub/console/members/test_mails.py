from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from kiosk.hub.console.members.mails import MAILS
from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.conversation import list_messages_with
from kiosk.hub.models.conversation.stray_mail import StrayMail, find_stray_mail, put_aside
from kiosk.hub.replies.intake import Intake
from kiosk.hub.sample.shop import STORE
from tests.doubles.axe import list_violations
from tests.doubles.chromium import sticks_out
from tests.doubles.mail_server import SENDER, Inbox, serve_mail
from tests.hub.console.clerk import Clerk
from tests.hub.joined import join_at

_ID = "a" * 64


@pytest.fixture
def inbox() -> Inbox:
    """What the store's mail server took."""
    return Inbox()


@pytest.fixture
def hub(hub: Hub, inbox: Inbox) -> Iterator[Hub]:
    """The hub of a store that sends mails and takes answers to them."""
    with serve_mail(inbox) as server:
        yield replace(hub, settings=replace(hub.settings, mail=server, replies=Intake(SENDER)))


@pytest.fixture
def mailed(sam: Clerk) -> Clerk:
    """A mail of somebody else waits."""
    hub = sam.running.hub
    with hub.database.write() as session:
        mail = StrayMail(
            id_hash=_ID,
            store_id=STORE,
            reason="stranger",
            sender="eve@example.com",
            subject="<b>Hallo</b>",
            text="Ich bin Mara",
            came_at=hub.now(),
        )
        put_aside(session, mail)
    return sam


def test_a_mail_waits_with_the_reason_and_the_inbox_leads_to_it(mailed: Clerk) -> None:
    page = mailed.open(MAILS).text

    said = ("&lt;b&gt;Hallo", "eve@example.com", "Ich bin Mara", "kommt aber von einer anderen", "heute, 10:00")
    assert [text for text in said if text not in page] == []
    assert 'href="/console/mails">Ungeklärte Mails: 1<' in mailed.open("/console/inbox").text


def test_what_was_dealt_with_is_forgotten(mailed: Clerk) -> None:
    answer = mailed.fill_in(MAILS, {}, f"{MAILS}/{_ID}/done")

    assert "Was darin stand, ist vergessen." in answer.text
    assert "Hier wartet keine Mail." in answer.text
    assert MAILS not in mailed.open("/console/inbox").text
    with mailed.running.hub.database.read() as session:
        mail = find_stray_mail(session, STORE, _ID)
    assert mail
    assert (mail.sender, mail.subject, mail.text) == ("", "", "")


def test_another_store_sees_none_of_it(mailed: Clerk, otto: Clerk) -> None:
    assert "eve@example.com" not in otto.open(MAILS).text
    assert otto.fill_in("/console/screens", {}, f"{MAILS}/{_ID}/done").status_code == 404
    assert "eve@example.com" in mailed.open(MAILS).text


def test_without_the_forms_token_nothing_is_forgotten(mailed: Clerk) -> None:
    assert mailed.send(f"{MAILS}/{_ID}/done", {}).status_code == 403
    assert "eve@example.com" in mailed.open(MAILS).text


def test_a_mail_that_is_a_members_for_sure_comes_to_her_conversation(mailed: Clerk, otto: Clerk) -> None:
    hub = mailed.running.hub
    page = join_at(hub)
    assert "Ins Gespräch übernehmen" not in mailed.open(MAILS).text
    assert mailed.fill_in(MAILS, {}, f"{MAILS}/{_ID}/attach").status_code == 409
    with hub.database.write() as session:
        mail = session.get_one(StrayMail, _ID)
        mail.sender, mail.is_proven = "mara@example.com", True
    assert "Ins Gespräch übernehmen" in mailed.open(MAILS).text
    assert otto.fill_in("/console/screens", {}, f"{MAILS}/{_ID}/attach").status_code == 404
    answer = mailed.fill_in(MAILS, {}, f"{MAILS}/{_ID}/attach")
    with hub.database.read() as session:
        said = [(one.entry, one.text) for one in list_messages_with(session, [page.member_key])]

    assert said == [("email", "<b>Hallo</b>\n\nIch bin Mara")]
    assert "Die Mail steht jetzt im Gespräch." in answer.text
    assert "Hier wartet keine Mail." in mailed.open(MAILS).text


def test_an_answer_goes_out_once_as_the_stores_and_stays_to_read(mailed: Clerk, inbox: Inbox) -> None:
    pages = [mailed.fill_in(MAILS, {"text": "Gern, schreiben Sie uns.\n"}, f"{MAILS}/{_ID}/answer") for _ in range(2)]
    (envelope,), page = inbox.envelopes, pages[-1].text
    mail = envelope.original_content or b""

    assert envelope.rcpt_tos == ["eve@example.com"]
    assert b"Gern, schreiben Sie uns.\r\n\r\nKleine Freude" in mail
    assert b"Reply-To: Kleine Freude <hello+" in mail
    assert [text for text in ("Die Mail ist unterwegs.", "Gern, schreiben Sie uns.") if text not in page] == []
    assert "Der Laden hat heute, 10:00 geschrieben" in page
    assert MAILS not in mailed.open("/console/inbox").text


@pytest.mark.usefixtures("mailed")
@pytest.mark.parametrize("act", ["answer", "ask", "attach"])
def test_another_store_does_nothing_with_it(otto: Clerk, inbox: Inbox, act: str) -> None:
    assert otto.fill_in("/console/screens", {"text": "Gern"}, f"{MAILS}/{_ID}/{act}").status_code == 404
    assert inbox.envelopes == []


def test_who_sent_it_is_asked_and_no_more_once_that_is_sure(mailed: Clerk, inbox: Inbox) -> None:
    mailed.fill_in(MAILS, {}, f"{MAILS}/{_ID}/ask")
    with mailed.running.hub.database.write() as session:
        session.get_one(StrayMail, _ID).is_proven = True

    assert b"ein Wort gen" in (inbox.envelopes[0].original_content or b"")
    assert "Um Bestätigung bitten" not in mailed.open(MAILS).text


def test_what_the_mail_server_does_not_take_is_not_lost(mailed: Clerk, inbox: Inbox) -> None:
    inbox.answer = "451 later"
    answer = mailed.fill_in(MAILS, {"text": "Gern"}, f"{MAILS}/{_ID}/answer")

    assert (answer.status_code, ">Gern</textarea>" in answer.text) == (502, True)
    assert "Der Mailserver hat die Mail nicht angenommen." in answer.text
    assert "Der Laden hat" not in answer.text


def test_an_answer_without_words_is_none(mailed: Clerk, inbox: Inbox) -> None:
    answer = mailed.fill_in(MAILS, {"text": " "}, f"{MAILS}/{_ID}/answer")

    assert (answer.status_code, "Schreiben Sie erst ein paar Worte." in answer.text) == (400, True)
    assert inbox.envelopes == []


def test_a_mail_that_names_nobody_can_be_answered_by_nobody(mailed: Clerk, inbox: Inbox) -> None:
    with mailed.running.hub.database.write() as session:
        session.get_one(StrayMail, _ID).sender = ""
    page = mailed.open(MAILS).text

    assert [text for text in ("Per Mail antworten", "Um Bestätigung bitten") if text in page] == []
    assert mailed.fill_in(MAILS, {}, f"{MAILS}/{_ID}/ask").status_code == 409
    assert inbox.envelopes == []


@pytest.mark.parametrize("width", [360, 1440])
def test_the_page_is_whole_on_a_phone_and_on_a_desk(mailed: Clerk, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{mailed.running.url}{MAILS}")
    page.get_by_text("Per Mail antworten").click()

    assert page.get_by_label("Antwort des Ladens an eve@example.com").is_visible()
    assert (list_violations(page), sticks_out(page)) == ([], False)
