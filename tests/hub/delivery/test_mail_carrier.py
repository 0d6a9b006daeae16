from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from typing import cast

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.delivery.carrier import Outcome, Sending
from kiosk.hub.delivery.mail_carrier import MailCarrier
from kiosk.hub.domain.conversation.page import make_page
from kiosk.hub.mail.mail_server import MailServer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.conversation.reply_address import find_mailed
from kiosk.hub.models.members.account import Account
from kiosk.hub.replies.intake import Intake
from kiosk.hub.replies.reply_to import read_token
from kiosk.hub.sample.shop import STORE
from tests.doubles.mail_server import Inbox, serve_mail
from tests.hub.delivery.post_room import permit
from tests.hub.thread import keep_mug, list_thread, say

ACCOUNT = "https://hub.example/account"


@pytest.fixture
def bookmark(hub: Hub) -> Bookmark:
    """Of a member with an address, to whom the store wrote."""
    bookmark = keep_mug(hub)
    with hub.database.write() as session:
        session.add(
            Account(member_key=bookmark.member_key, store_id=STORE, opened_at=hub.now(), address="mara@example.com")
        )
    say(hub, bookmark, "Ja, in Blau.\nBis bald")
    return bookmark


def _prepare(hub: Hub, bookmark: Bookmark, server: MailServer | None, replies: Intake | None = None) -> Sending | None:
    told = replace(hub, settings=replace(hub.settings, mail=server, public_url="https://hub.example", replies=replies))
    with hub.database.write() as session:
        message = session.get_one(Message, list_thread(hub, bookmark)[-1].id)
        return MailCarrier(told).prepare(session, make_page(bookmark), message)


def test_a_mail_says_what_the_store_said_and_a_repeat_has_the_same_id(hub: Hub, bookmark: Bookmark) -> None:
    permit(hub, bookmark, "email")
    inbox = Inbox()
    with serve_mail(inbox) as server:
        send = _prepare(hub, bookmark, server)
        assert send
        outcomes = [send(), send()]
    mails = [message_from_bytes(cast("bytes", envelope.content), policy=default) for envelope in inbox.envelopes]

    assert outcomes == [Outcome(is_sent=True)] * 2
    assert len({mail["Message-ID"] for mail in mails}) == 1
    assert mails[0]["Subject"] == "Zu „Steinzeugbecher“"
    body = mails[0].get_content()
    assert [text for text in ("Ja, in Blau.", "Bis bald", ACCOUNT) if text not in body] == []
    assert inbox.envelopes[0].rcpt_tos == ["mara@example.com"]


def test_a_mail_can_be_answered_where_answers_come_in_and_a_repeat_has_the_same_address(
    hub: Hub, bookmark: Bookmark
) -> None:
    permit(hub, bookmark, "email")
    inbox, intake = Inbox(), Intake("hello@shop.example")
    with serve_mail(inbox) as server:
        for _ in range(2):
            send = _prepare(hub, bookmark, server, intake)
            assert send
            send()
    mails = [message_from_bytes(cast("bytes", envelope.content), policy=default) for envelope in inbox.envelopes]

    (address,) = {mail["Reply-To"].addresses[0].addr_spec for mail in mails}
    token = read_token(address, intake.address)
    assert token
    assert "Antworten Sie einfach auf diese Mail" in mails[0].get_content()
    with hub.database.read() as session:
        mailed = find_mailed(session, token, hub.now())
    assert mailed
    assert mailed.text == "Ja, in Blau.\nBis bald"


@pytest.mark.parametrize(("answer", "is_final"), [("550 no such box", True), ("451 later", False)])
def test_what_a_mail_server_refuses_is_given_up_or_tried_again(
    hub: Hub, bookmark: Bookmark, answer: str, *, is_final: bool
) -> None:
    permit(hub, bookmark, "email")
    with serve_mail(Inbox(answer)) as server:
        send = _prepare(hub, bookmark, server)

        assert send
        assert send() == Outcome(is_sent=False, is_final=is_final)


def test_without_consent_or_server_nobody_is_mailed(hub: Hub, bookmark: Bookmark) -> None:
    with serve_mail(Inbox()) as server:
        assert _prepare(hub, bookmark, server) is None
    permit(hub, bookmark, "email")

    assert _prepare(hub, bookmark, None) is None
