import pytest

from kiosk.hub.console.members.mails import MAILS
from kiosk.hub.models.conversation.stray_mail import StrayMail, find_stray_mail, put_aside
from kiosk.hub.sample.shop import STORE
from tests.hub.console.clerk import Clerk

_ID = "a" * 64


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
