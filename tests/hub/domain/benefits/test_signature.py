from datetime import UTC, datetime, timedelta

import pytest

from kiosk.hub.domain.benefits.signature import Envelope, check_signature, make_secret, read_envelope, sign
from kiosk.hub.problem import Problem

# The example of the Standard Webhooks libraries; its signature was reckoned anew with openssl.
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 # an example's
ID, TIMESTAMP, BODY = "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", b'{"test": 2432232314}'
SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
AT = datetime.fromtimestamp(int(TIMESTAMP), UTC)


def _refuse(envelope: Envelope, body: bytes = BODY, at: datetime = AT) -> str:
    with pytest.raises(Problem) as refused:
        check_signature(SECRET, envelope, body, at)
    return refused.value.code


def test_the_published_example_is_signed_alike() -> None:
    assert sign(SECRET, ID, TIMESTAMP, BODY) == SIGNATURE


@pytest.mark.parametrize("others", ["", "v1,AAAA ", "v1a,xyz= v2,äöü "])
def test_one_right_signature_among_others_is_enough(others: str) -> None:
    check_signature(SECRET, Envelope(ID, TIMESTAMP, others + SIGNATURE), BODY, AT + timedelta(minutes=5))


@pytest.mark.parametrize(
    "envelope",
    [
        Envelope(ID, TIMESTAMP, ""),
        Envelope(ID, TIMESTAMP, SIGNATURE[3:]),
        Envelope(ID + "x", TIMESTAMP, SIGNATURE),
        Envelope(ID, "1614265331", SIGNATURE),
    ],
)
def test_what_was_signed_by_nobody_or_changed_is_refused(envelope: Envelope) -> None:
    assert _refuse(envelope) == "signature_wrong"


def test_a_changed_body_is_refused() -> None:
    assert _refuse(Envelope(ID, TIMESTAMP, SIGNATURE), b'{"test": 2432232315}') == "signature_wrong"


@pytest.mark.parametrize("seconds", [301, -301])
def test_what_was_signed_long_ago_or_ahead_is_refused(seconds: int) -> None:
    assert _refuse(Envelope(ID, TIMESTAMP, SIGNATURE), at=AT + timedelta(seconds=seconds)) == "timestamp_far"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("webhook-id", ""),
        ("webhook-id", "a b"),
        ("webhook-id", "x" * 129),
        ("webhook-timestamp", "soon"),
        ("webhook-timestamp", "9" * 13),
        ("webhook-timestamp", "-1"),
    ],
)
def test_headers_that_say_too_little_or_too_much_are_refused(name: str, value: str) -> None:
    good = {"webhook-id": ID, "webhook-timestamp": TIMESTAMP, "webhook-signature": SIGNATURE}

    assert read_envelope(good) == Envelope(ID, TIMESTAMP, SIGNATURE)
    with pytest.raises(Problem, match="webhook-signature"):
        read_envelope({**good, name: value})


def test_each_secret_is_another_and_signs() -> None:
    one, other = make_secret("a"), make_secret("b")

    assert one.startswith("whsec_")
    assert sign(one, ID, TIMESTAMP, BODY) != sign(other, ID, TIMESTAMP, BODY)
