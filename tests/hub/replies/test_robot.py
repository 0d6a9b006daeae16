from email import message_from_string

import pytest

from kiosk.hub.replies.robot import is_robot


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; owner-email=a@b.c",
        "Return-Path: <>",
        "Precedence: bulk",
        "List-Id: <news.example>",
        "Content-Type: multipart/report; report-type=delivery-status",
    ],
)
def test_a_robot_is_known_by_what_it_says(header: str) -> None:
    assert is_robot(message_from_string(f"{header}\n\nI am away"), "mara@example.com")


def test_a_robot_is_known_by_its_name() -> None:
    assert is_robot(message_from_string("Subject: a\n\n"), "mailer-daemon@example.com")


@pytest.mark.parametrize("header", ["Auto-Submitted: no", "Return-Path: <mara@example.com>", "X-Priority: 1"])
def test_a_person_is_none(header: str) -> None:
    assert not is_robot(message_from_string(f"{header}\n\nHello"), "mara@example.com")
