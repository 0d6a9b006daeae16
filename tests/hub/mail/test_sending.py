import ssl
from email import message_from_bytes
from email.policy import default

import pytest
from msgspec.structs import replace

from kiosk.hub.mail.letter import Letter
from kiosk.hub.mail.mail_server import MailServer
from kiosk.hub.mail.sending import NotSent, send_letter
from tests.doubles.authority import found_authority
from tests.doubles.mail_server import SENDER, Guard, Inbox, serve_mail
from tests.hub.running import NOW

LETTER = Letter("mara@example.com", "Kleine Freude", "Ihr Link", "Grüße\nhttps://hub.example/x\n", "7", NOW)


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """What the server shows, and what trusts it."""
    authority = found_authority(tmp_path_factory.mktemp("authority"))
    shown = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    shown.load_cert_chain(*authority.sign("mail"))
    return shown, ssl.create_default_context(cafile=authority.ca_file)


def _fail(server: MailServer, letter: Letter = LETTER) -> NotSent:
    with pytest.raises(NotSent) as failed:
        send_letter(server, letter)
    assert letter.to not in str(failed.value)
    return failed.value


def test_a_mail_arrives_whole() -> None:
    inbox = Inbox()
    with serve_mail(inbox) as server:
        send_letter(server, LETTER)
    (envelope,) = inbox.envelopes
    content = envelope.content
    assert isinstance(content, bytes)
    message = message_from_bytes(content, policy=default)

    assert (envelope.mail_from, envelope.rcpt_tos) == (SENDER, ["mara@example.com"])
    assert message.get_content().splitlines() == LETTER.text.splitlines()
    assert message["Subject"] == "Ihr Link"


@pytest.mark.allow_log("^mail.log: ")  # the server complains of it
def test_where_there_is_tls_mail_and_password_go_through_it(tls: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    inbox = Inbox()
    with serve_mail(inbox, Guard(tls[0], "geheim")) as server:
        send_letter(replace(server, tls=tls[1], user="hub", password="geheim"), LETTER)  # noqa: S106 # a test's own

    assert inbox.over_tls == [True]


@pytest.mark.allow_log("^mail.log: ")  # the server complains of it
def test_a_server_that_shows_a_strangers_certificate_gets_nothing(tls: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    inbox = Inbox()
    with serve_mail(inbox, Guard(tls[0])) as server:
        assert not _fail(server).is_final

    assert inbox.envelopes == []


def test_a_server_elsewhere_that_offers_no_tls_gets_nothing() -> None:
    inbox = Inbox()
    with serve_mail(inbox) as server:
        _fail(replace(server, host="127.1"))  # the same place by a name that does not say so

    assert inbox.envelopes == []


@pytest.mark.allow_log("^mail.log: ")  # the server complains of it
def test_a_wrong_password_is_final(tls: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    with serve_mail(Inbox(), Guard(tls[0], "geheim")) as server:
        assert _fail(replace(server, tls=tls[1], user="hub", password="falsch")).is_final  # noqa: S106 # a test's own


@pytest.mark.parametrize(("answer", "is_final"), [("451 later", False), ("554 never", True)])
def test_what_the_server_refuses_is_tried_again_or_not_as_it_says(answer: str, *, is_final: bool) -> None:
    with serve_mail(Inbox(answer)) as server:
        assert _fail(server).is_final is is_final


def test_a_server_that_is_away_may_be_there_later() -> None:
    with serve_mail(Inbox()) as server:
        pass
    assert not _fail(server).is_final


def test_a_letter_that_is_no_mail_is_never_sent() -> None:
    inbox = Inbox()
    with serve_mail(inbox) as server:
        assert _fail(server, replace(LETTER, subject="x\r\nBcc: all@example.com")).is_final
    assert inbox.envelopes == []
