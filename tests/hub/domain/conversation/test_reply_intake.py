from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.reply_intake import keep_replies_taken, take_replies
from kiosk.hub.models.conversation.stray_mail import list_stray_mails
from kiosk.hub.replies.intake import Intake
from kiosk.hub.sample.shop import STORE
from tests.doubles.deadline import wait_until
from tests.doubles.imap_server import Letters, run_imap
from tests.hub.running import NOW

_MAIL = b"From: eve@example.com\nTo: hello@shop.example\nMessage-ID: <1@e>\n\nHello"
_INTAKE = Intake("hello@shop.example")


def _count(hub: Hub) -> int:
    with hub.database.read() as session:
        return len(list_stray_mails(session, STORE, 9))


def test_a_mail_that_comes_twice_for_the_line_broke_is_taken_once(hub: Hub) -> None:
    letters = Letters({1: _MAIL}, breaks_at="UID STORE")
    with run_imap(letters) as mailbox:
        with pytest.raises(Exception, match="cannot be read"):
            take_replies(hub, _INTAKE, mailbox)
        letters.breaks_at = ""
        take_replies(hub, _INTAKE, mailbox)

    assert (_count(hub), letters.seen) == (1, {1})


@pytest.mark.allow_log("a mail stumbled: ZeroDivisionError")
def test_a_mail_over_which_it_stumbles_is_put_aside_and_keeps_none_waiting(hub: Hub) -> None:
    letters, parts = Letters({1: _MAIL, 2: _MAIL.replace(b"1@e", b"2@e")}), [0]

    def read_clock() -> datetime:
        return NOW + timedelta(1) / (parts.pop() if parts else 1)

    with run_imap(letters) as mailbox:
        take_replies(replace(hub, now=read_clock), _INTAKE, mailbox)

    assert letters.seen == {1, 2}
    with hub.database.read() as session:
        assert {mail.reason for mail in list_stray_mails(session, STORE, 9)} == {"unreadable", "no_thread"}


def test_answers_are_fetched_as_long_as_the_hub_serves_where_there_is_a_mailbox(hub: Hub) -> None:
    with keep_replies_taken(hub), run_imap(Letters({1: _MAIL})) as mailbox:
        intake = Intake(_INTAKE.address, mailbox=mailbox)
        with keep_replies_taken(replace(hub, settings=replace(hub.settings, replies=intake))):
            wait_until(lambda: _count(hub) == 1)
