import json

import pytest

from kiosk.fleet.command import (
    ChooseTheme,
    ClearNotice,
    Greet,
    Identify,
    Reload,
    Screenshot,
    ShowNotice,
    Unreadable,
    read_command,
)
from kiosk.fleet.messages import AnswerMessage, Reason
from kiosk.fleet.notice_message import LARGEST


@pytest.mark.parametrize(
    ("do", "command"),
    [
        ("identify", Identify("c-1")),
        ("screenshot", Screenshot("c-1")),
        ("reload", Reload("c-1")),
        ("greet", Greet("c-1")),
        ("clear_notice", ClearNotice("c-1")),
        ("theme", ChooseTheme("c-1", theme="daylight")),
        ("notice", ShowNotice(id="c-1", text="Raus")),
    ],
)
def test_each_command_is_read(do: str, command: object) -> None:
    payload = {"id": "c-1", "do": do, "theme": "daylight", "text": "Raus"}
    assert read_command(json.dumps(payload).encode()) == command


@pytest.mark.parametrize("do", ["exec", "open", "", "IDENTIFY", "__import__('os')"])
def test_what_it_does_not_know_it_does_not_do(do: str) -> None:
    payload = json.dumps({"id": "c-1", "do": do, "url": "https://shop.example"}).encode()
    assert read_command(payload) == AnswerMessage("c-1", Reason.UNKNOWN)


@pytest.mark.parametrize(
    ("key", "rest"),
    [
        ("expires", {"do": "identify", "expires": "soon"}),
        ("expires", {"do": "identify", "expires": "2026-11-22T09:00:00"}),
        ("text", {"do": "notice"}),
        ("text", {"do": "notice", "text": "\u202e"}),
        ("theme", {"do": "theme"}),
        ("theme", {"do": "theme", "theme": "../../etc"}),
        ("options", {"do": "theme", "theme": "market", "options": {"accent": ["#ffffff"]}}),
        ("options", {"do": "theme", "theme": "market", "options": {"accent": "x" * 201}}),
        ("options", {"do": "theme", "theme": "market", "options": {str(number): 1 for number in range(33)}}),
        ("packages", {"do": "theme", "theme": "market", "packages": {"market": {"sha256": "a"}}}),
        ("theme", {"do": "theme", "theme": "https://shop.example/theme.zip"}),
    ],
)
def test_a_command_that_lacks_what_it_needs_is_answered_with_the_key_that_is_wrong(
    key: str, rest: dict[str, object]
) -> None:
    answer = read_command(json.dumps({"id": "c-1", **rest}).encode())
    assert isinstance(answer, AnswerMessage)
    assert (answer.id, answer.reason) == ("c-1", Reason.MALFORMED)
    assert (answer.flaw or "").startswith(f"{key} must be ")


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"identify",
        b"[]",
        b'{"do": "identify"}',
        b'{"id": "", "do": "identify"}',
        b'{"id": 5, "do": "identify"}',
        b'{"id": "' + b"a" * 129 + b'", "do": "identify"}',
        b'{"id": "c-1"}',
        b"[" * 60_000,
        b'{"id": "c-1", "do": "identify"}' + b" " * LARGEST,
        b"\xff\xfe",
    ],
)
def test_where_no_id_can_be_read_there_is_nobody_to_answer(payload: bytes) -> None:
    assert isinstance(read_command(payload), Unreadable)
