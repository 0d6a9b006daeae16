import json
from datetime import UTC, datetime
from typing import get_args

import pytest

from kiosk.fleet.command import DOINGS, ChooseTheme, read_command
from kiosk.fleet.messages import AnswerMessage, StatusMessage, name_topic
from kiosk.fleet.messages import Fault as ScreensFault
from kiosk.fleet.messages import name_notice_topic as name_screens_notice_topic
from kiosk.fleet.notice_message import read_notice
from kiosk.hub.mqtt.messages import (
    HELD,
    LEVELS,
    Answer,
    Doing,
    Fault,
    Said,
    Status,
    name_command_topic,
    name_notice_topic,
    read_said,
    write_command,
    write_notice,
)

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ANSWER = "kiosk/v1/s/window-1/answer"


def test_screens_understand_what_the_hub_says() -> None:
    payload = write_command("c-1", "theme", NOW, {"theme": "market", "options": {"accent": "#a8481f"}})

    assert read_command(payload) == ChooseTheme("c-1", NOW + HELD, theme="market", options={"accent": "#a8481f"})
    assert set(get_args(Doing)) <= DOINGS
    assert name_command_topic("s", "window-1") == name_topic("s", "window-1", "command")
    assert name_notice_topic("s") == name_screens_notice_topic("s")


@pytest.mark.parametrize("level", LEVELS)
def test_a_notice_is_one_to_the_screens_too(level: str) -> None:
    bulletin = read_notice(write_notice({"de": "Bitte räumen", "en": "Please leave"}, level, NOW))

    assert bulletin is not None
    assert (bulletin.texts["de"], bulletin.level, bulletin.until) == ("Bitte räumen", level, NOW)


def test_the_hub_reads_no_more_of_an_answer_and_a_status_than_screens_say() -> None:
    assert set(Answer.__struct_fields__) <= set(AnswerMessage.__struct_fields__)
    assert set(Status.__struct_fields__) <= set(StatusMessage.__struct_fields__)
    assert set(Fault.__struct_fields__) <= set(ScreensFault.__struct_fields__)


def test_who_said_what_is_known_by_the_topic() -> None:
    said = read_said(ANSWER, b'{"id": "c-1", "reason": "refused", "more": 1}')
    state = read_said(
        "kiosk/v1/s/window-1/status", b'{"state": "online", "faults": [{"part": "theme", "code": "refused"}]}'
    )

    assert said == Said("s", "window-1", Answer("c-1", "refused"))
    assert state == Said("s", "window-1", Status("online", (Fault("theme"),)))


@pytest.mark.parametrize(
    ("topic", "payload"),
    [
        (ANSWER, b""),
        (ANSWER, b"{"),
        (ANSWER, b'{"reason": null}'),
        (ANSWER, b'{"id": ""}'),
        (ANSWER, b'{"id": "c", "image": "no base 64!"}'),
        (ANSWER, b"\xff\xfe"),
        (ANSWER, json.dumps({"id": "c", "image": "A" * 70_000}).encode()),
        ("kiosk/v1/s/window-1/status", b'{"state": "asleep"}'),
        ("shop/v1/s/window-1/answer", b'{"id": "c-1"}'),
    ],
)
def test_what_no_screen_says_is_nothing(topic: str, payload: bytes) -> None:
    assert read_said(topic, payload) is None
