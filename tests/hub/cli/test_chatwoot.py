from argparse import ArgumentParser
from pathlib import Path

import pytest

from kiosk.hub.cli.chatwoot import add_chatwoot_commands, add_chatwoot_option, read_chatwoot_option
from kiosk.hub.context import Hub
from kiosk.hub.models.outside.chatwoot_message import ChatwootMessage
from tests.doubles.chatwoot import run_chatwoot
from tests.hub.running import NOW
from tests.hub.terminal import type_command
from tests.hub.thread import keep_mug


def _write_file(folder: Path, url: str) -> Path:
    (folder / "token").write_text("token")
    file = folder / "chatwoot.toml"
    file.write_text(f'url = "{url}"\naccount = 1\ninbox = "inbox"\ntoken_file = "token"\nallow_private = true\n')
    return file


def _check(file: Path) -> int:
    parser = ArgumentParser()
    add_chatwoot_commands(parser.add_subparsers())
    arguments = parser.parse_args(["chatwoot", "check", str(file), "--public-url", "https://hub.shop.example/"])
    return int(arguments.run(arguments))


def test_check_says_what_is_wrong_and_which_address_the_webhook_must_have(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with run_chatwoot() as chatwoot:
        file, inbox = _write_file(tmp_path, chatwoot.url), {"channel_type": "Channel::Api", "inbox_identifier": "inbox"}
        chatwoot.inboxes = [inbox]
        assert _check(file) == 1
        said = capsys.readouterr().out
        (door,) = [word for word in said.split() if word.startswith("https://hub.shop.example/v1/chatwoot/")]
        chatwoot.inboxes = [{**inbox, "webhook_url": door}]
        assert _check(file) == 0

    assert "All is well" in capsys.readouterr().out


def test_status_names_what_was_given_up(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    bookmark = keep_mug(hub)
    with hub.database.write() as session:
        row = ChatwootMessage(
            message_id=bookmark.first_message_id, conversation_id=bookmark.conversation_id, tried_at=NOW, dead_at=NOW
        )
        row.why = "it answered 422"
        session.add(row)
    assert type_command(add_chatwoot_commands, hub.settings.database, "chatwoot", "status") == 0

    said = capsys.readouterr().out
    assert "0 messages wait" in said
    assert "was given up on 2026-11-22 09:00 UTC: it answered 422" in said


def test_serve_is_told_by_a_file_or_not_at_all(tmp_path: Path) -> None:
    parser = ArgumentParser()
    add_chatwoot_option(parser)
    file = _write_file(tmp_path, "http://10.0.0.1")
    told = read_chatwoot_option(parser.parse_args(["--chatwoot", str(file)]))

    assert told
    assert told.url == "http://10.0.0.1"
    assert read_chatwoot_option(parser.parse_args([])) is None
