"""One conversation, whichever way its words come in: tapped at a screen, answered at a Chatwoot, and by mail."""

from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from typing import cast

from kiosk.hub.delivery.mail_carrier import MailCarrier
from kiosk.hub.domain.chatwoot.courier import Courier
from kiosk.hub.domain.chatwoot.desk import Desk
from kiosk.hub.domain.consent.allowance import allow
from kiosk.hub.domain.conversation.mail_reply import take_mail
from kiosk.hub.domain.conversation.page import make_page
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.member import Member
from kiosk.hub.replies.intake import Intake
from kiosk.hub.sample.shop import STORE
from tests.doubles.chatwoot import PretendChatwoot
from tests.doubles.mail_server import Inbox, serve_mail
from tests.hub.domain.chatwoot.bell import ring
from tests.hub.thread import list_thread, write

_HERS = "mara@example.com"
_INTAKE = Intake("hello@shop.example")


def _mail_last(desk: Desk, bookmark: Bookmark) -> str:
    """Bring the last message by mail; the address to which that is answered."""
    inbox = Inbox()
    with serve_mail(inbox) as server, desk.hub.database.write() as session:
        hub = replace(desk.hub, settings=replace(desk.hub.settings, mail=server, replies=_INTAKE))
        allow(hub, session, session.get_one(Member, bookmark.member_key), "messages:email")
        message = session.get_one(Message, list_thread(hub, bookmark)[-1].id)
        send = MailCarrier(hub).prepare(session, make_page(bookmark), message)
        assert send
        send()
    mail = message_from_bytes(cast("bytes", inbox.envelopes[0].content), policy=default)
    return str(mail["Reply-To"].addresses[0].addr_spec)


def test_what_she_answers_by_mail_stands_at_the_chatwoot_where_the_store_answered_her(
    desk: Desk, courier: Courier, bookmark: Bookmark, chatwoot: PretendChatwoot
) -> None:
    with desk.hub.database.write() as session:
        account = Account(member_key=bookmark.member_key, store_id=STORE, opened_at=desk.hub.now(), address=_HERS)
        session.add(account)
    write(desk.hub, bookmark, "Gibt es ihn in Blau?")
    courier.run()
    (number,) = chatwoot.conversations
    chatwoot.say(number, "Ja")
    ring(desk, bookmark)
    courier.run()
    answered_to = _mail_last(desk, bookmark)
    mail = f"From: {_HERS}\nTo: {answered_to}\nMessage-ID: <1@example.com>\n\nDann bitte zwei!\n\n> Ja\n"
    assert take_mail(desk.hub, _INTAKE, mail.encode()) == "heard"
    courier.run()

    assert [message.entry for message in list_thread(desk.hub, bookmark)] == ["screen", "web", "chatwoot", "email"]
    assert chatwoot.texts == [message.text for message in list_thread(desk.hub, bookmark)]
