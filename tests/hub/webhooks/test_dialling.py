from datetime import timedelta
from email.utils import format_datetime

import pytest

from kiosk.hub.webhooks.destination import find_destination
from kiosk.hub.webhooks.dialling import LONGEST_WAIT_S, dial, read_wait
from tests.doubles.receiver import run_receiver
from tests.hub.running import NOW


def test_the_address_that_was_looked_at_is_dialled_under_its_name_and_by_no_proxy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    with run_receiver() as receiver:
        url = receiver.url.replace("127.0.0.1", "chat.example")
        destination = find_destination(url, allows_private=True, resolve=lambda _host, _port: ["127.0.0.1"])
        with dial(destination) as session:
            session.post(destination.url, b"", timeout=5)

    ((headers, _body),) = receiver.told
    assert headers["host"] == url.removeprefix("http://")


@pytest.mark.parametrize(
    ("text", "wait_s"),
    [
        ("120", 120.0),
        ("9" * 30, LONGEST_WAIT_S),
        (format_datetime(NOW + timedelta(minutes=3), usegmt=True), 180.0),
        ("Mon, 01 Jan 2026 00:00:00 +9999999999999", None),
        ("", None),
    ],
)
def test_a_wait_is_told_in_seconds_or_as_a_moment(text: str, wait_s: float | None) -> None:
    assert read_wait(text, NOW) == wait_s
