import io
import ssl
from argparse import ArgumentParser

import pytest
from sqlalchemy import text

from kiosk.hub.cli.mail import add_mail_commands, add_reply_options, read_replies
from kiosk.hub.context import Hub
from kiosk.hub.mail.mail_server import MailServer
from kiosk.hub.models.conversation.stray_mail import list_stray_mails
from kiosk.hub.replies.arrival import MOST_BYTES
from kiosk.hub.sample.shop import STORE
from tests.hub.terminal import type_command

_MAIL = b"From: eve@example.com\nTo: hello@shop.example\nMessage-ID: <1@e>\n\nHello\n"


class _Stdin:
    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def _take(hub: Hub, monkeypatch: pytest.MonkeyPatch, content: bytes) -> int:
    stdin = _Stdin(content)
    monkeypatch.setattr("sys.stdin", stdin)
    words = ("mail", "take", "--mail-from", "hello@shop.example")
    code = type_command(add_mail_commands, hub.settings.database, *words)
    assert stdin.buffer.read() == b""
    return code


def _rename(hub: Hub, table: str, name: str) -> None:
    with hub.database.write() as session:
        session.execute(text(f"ALTER TABLE {table} RENAME TO {name}"))  # words of this file


def test_a_mail_that_is_handed_over_is_taken_and_all_of_it_read(
    hub: Hub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _take(hub, monkeypatch, _MAIL + b"x\n" * MOST_BYTES) == 0
    assert capsys.readouterr().out == "It answers no mail of the store's: it was put aside.\n"
    with hub.database.read() as session:
        assert [mail.sender for mail in list_stray_mails(session, STORE, 9)] == ["eve@example.com"]


def test_a_mail_that_cannot_be_read_is_put_aside_too(
    hub: Hub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _take(hub, monkeypatch, _MAIL.replace(b"eve@example.com", b"nobody")) == 0
    assert capsys.readouterr().out == "It cannot be read: it was put aside.\n"


def test_while_the_database_is_busy_it_is_to_be_handed_over_again(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    _rename(hub, "stray_mails", "away")
    code = _take(hub, monkeypatch, _MAIL)
    _rename(hub, "away", "stray_mails")

    assert (code, _take(hub, monkeypatch, _MAIL)) == (75, 0)


def test_an_address_that_is_none_is_refused(hub: Hub) -> None:
    with pytest.raises(SystemExit):
        type_command(add_mail_commands, hub.settings.database, "mail", "take", "--mail-from", "nobody")


def test_serve_is_told_how_answers_come_in_or_that_none_do() -> None:
    parser = ArgumentParser()
    add_reply_options(parser)
    server = MailServer("mail.example", 587, "hello@shop.example", ssl.create_default_context())
    told = read_replies(parser.parse_args(["--mail-replies", "pipe", "--mail-trust", "mx"]), server)

    assert told
    assert (told.address, told.trusted, told.mailbox) == ("hello@shop.example", "mx", None)
    assert read_replies(parser.parse_args([]), server) is None
