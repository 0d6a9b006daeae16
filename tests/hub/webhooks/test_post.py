import hmac
from base64 import b64decode, b64encode
from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.hub.webhooks.post import Letter, post_letter
from kiosk.hub.webhooks.signature import make_secret
from tests.doubles.receiver import Receiver, run_receiver
from tests.hub.running import NOW

_SECRET = make_secret("chance")


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with run_receiver() as receiver:
        yield receiver


def _write(receiver: Receiver, *, allows_private: bool = True) -> Letter:
    return Letter(f"{receiver.url}/events?a=1", _SECRET, allows_private, "evt_1", '{"id": "ä"}')


def test_what_arrives_can_be_checked_by_the_secret(receiver: Receiver) -> None:
    assert post_letter(_write(receiver), NOW).what == "taken"

    ((headers, body),) = receiver.told
    signed = f"evt_1.{int(NOW.timestamp())}.".encode() + body
    digest = hmac.digest(b64decode(_SECRET.removeprefix("whsec_")), signed, "sha256")
    assert headers["webhook-signature"] == f"v1,{b64encode(digest).decode()}"
    assert (headers[":path"], headers["host"]) == ("/events?a=1", receiver.url.removeprefix("http://"))
    assert (headers["content-type"], body.decode()) == ("application/cloudevents+json; charset=utf-8", '{"id": "ä"}')


def test_a_private_address_is_told_nothing_unless_that_is_meant(receiver: Receiver) -> None:
    outcome = post_letter(replace(_write(receiver), url="https://127.0.0.1", allows_private=False), NOW)

    assert (outcome.what, receiver.told) == ("failed", [])
    assert "private network" in outcome.why


@pytest.mark.parametrize(("status", "what"), [(200, "taken"), (410, "gone"), (400, "failed"), (500, "failed")])
def test_what_a_receiver_answers_is_what_comes_of_it(status: int, what: str, receiver: Receiver) -> None:
    receiver.status = status

    assert post_letter(_write(receiver), NOW).what == what


def test_a_redirect_is_not_followed(receiver: Receiver) -> None:
    receiver.status, receiver.headers = 307, {"Location": f"{receiver.url}/elsewhere"}
    outcome = post_letter(_write(receiver), NOW)

    assert (outcome.what, outcome.why, len(receiver.told)) == ("failed", "307", 1)


@pytest.mark.parametrize(
    ("asked", "wait_s"),
    [
        ("120", 120.0),
        ("9" * 30, 86400.0),
        (format_datetime(NOW + timedelta(minutes=3), usegmt=True), 180.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86400.0),
        ("Mon, 01 Jan 2026 00:00:00 +9999999999999", None),
        ("soon", None),
        ("", None),
    ],
)
def test_how_long_a_receiver_asks_to_be_left_alone_is_heard(
    asked: str, wait_s: float | None, receiver: Receiver
) -> None:
    receiver.status, receiver.headers = 503, {"Retry-After": asked}

    assert post_letter(_write(receiver), NOW).retry_after_s == wait_s


def test_nothing_that_goes_wrong_on_the_way_is_raised(receiver: Receiver) -> None:
    def lose(_host: str, _port: int) -> list[str]:
        raise OSError

    letter = _write(receiver)
    away = post_letter(replace(letter, url="http://127.0.0.1:1/"), NOW)
    nameless = post_letter(letter, NOW, lose)

    assert [(one.what, one.why) for one in (away, nameless)] == [("failed", "ConnectionError"), ("failed", "OSError")]


@pytest.mark.allow_log("Certificate did not match expected hostname: crm.example")
def test_with_tls_the_name_must_be_the_certificates_though_the_address_is_dialled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with run_receiver(tmp_path) as receiver:
        other = receiver.url.replace("127.0.0.1", "crm.example")
        letter = _write(receiver)
        mistrusted = post_letter(letter, NOW)
        monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(tmp_path / "ca.pem"))
        outcomes = [
            post_letter(replace(letter, url=url), NOW, lambda _host, _port: ["127.0.0.1"])
            for url in (letter.url, other)
        ]

    assert (mistrusted.what, mistrusted.why) == ("failed", "SSLError")
    assert [(outcome.what, outcome.why) for outcome in outcomes] == [("taken", ""), ("failed", "SSLError")]
    assert len(receiver.told) == 1
