import ssl

import pytest
from msgspec.structs import replace

from kiosk.hub.mail.mail_server import MailRefused, MailServer
from kiosk.hub.replies.intake import Intake, read_intake
from kiosk.hub.replies.mailbox import Mailbox

_SERVER = MailServer("mail.example", 587, "hello@shop.example", ssl.create_default_context(), user="hub", password="p")  # noqa: S106 # made up


def test_answers_are_fetched_as_mails_are_sent() -> None:
    read = read_intake("imaps://mail.example/Answers", _SERVER, "mx")

    mailbox = Mailbox("mail.example", 993, "hub", "p", _SERVER.tls, "Answers")
    assert read == Intake("hello@shop.example", "mx", mailbox)


def test_on_this_machine_the_line_needs_no_tls() -> None:
    read = read_intake("imap://localhost:1143", _SERVER, None)

    assert read.mailbox == Mailbox("localhost", 1143, "hub", "p", None, "INBOX")


def test_they_may_be_handed_over_instead() -> None:
    assert read_intake("pipe", _SERVER, None) == Intake("hello@shop.example")


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("https://mail.example", "is no address"),
        ('imaps://mail.example/a"b', "is no address"),
        ("imap://mail.example", "others could read along"),
        ("imaps://mail.example:99999", "a port that is none"),
    ],
)
def test_what_cannot_be_a_mailbox_is_refused(where: str, why: str) -> None:
    with pytest.raises(MailRefused, match=why):
        read_intake(where, _SERVER, None)


def test_without_a_mail_server_or_a_password_there_is_none() -> None:
    with pytest.raises(MailRefused, match="--mail-server"):
        read_intake("pipe", None, None)
    with pytest.raises(MailRefused, match="--mail-user"):
        read_intake("imaps://mail.example", replace(_SERVER, user=None), None)
