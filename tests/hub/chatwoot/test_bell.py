import hmac
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.chatwoot.bell import TOLERANCE, Ring, check_signature, read_ring
from kiosk.hub.problem import Problem
from tests.hub.running import NOW

_BODY = b'{"event": "message_created"}'


def _sign(key: bytes = b"secret", stamp: str = str(int(NOW.timestamp())), body: bytes = _BODY) -> dict[str, str]:
    digest = hmac.new(key, f"{stamp}.".encode() + body, "sha256").hexdigest()
    return {"x-chatwoot-signature": f"sha256={digest}", "x-chatwoot-timestamp": stamp}


def test_what_was_signed_just_now_is_let_in() -> None:
    check_signature("secret", _sign(), _BODY, NOW + TOLERANCE)


@pytest.mark.parametrize(
    "headers",
    [{}, _sign(key=b"other"), _sign(body=b"{}"), _sign(stamp="now"), {"x-chatwoot-signature": "sha256=\xff"}],
)
def test_what_nobody_signed_who_may_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(Problem, match="Nobody"):
        check_signature("secret", headers, _BODY, NOW)


@pytest.mark.parametrize("minutes", [-6, 6])
def test_what_was_signed_at_another_time_is_refused(minutes: int) -> None:
    with pytest.raises(Problem, match="five minutes"):
        check_signature("secret", _sign(), _BODY, NOW + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("body", "ring"),
    [
        (b'{"event": "message_created", "id": 9, "conversation": {"id": 4}}', Ring(4, 9)),
        (b'{"event": "message_updated", "id": "9", "conversation": {"id": 4}}', Ring(4)),
        (b'{"event": "conversation_status_changed", "id": 4}', Ring(4)),
        (b'{"event": "conversation_status_changed", "id": "four"}', None),
        (b'{"event": "webwidget_triggered", "id": 4}', None),
    ],
)
def test_of_a_webhook_only_the_numbers_are_read(body: bytes, ring: Ring | None) -> None:
    assert read_ring(body) == ring


@given(st.one_of(st.binary(max_size=60), st.just(b"[" * 5000), st.just(b'{"event": "message_created", "id": 1e99}')))
def test_whatever_comes_is_read_or_refused(body: bytes) -> None:
    with suppress(Problem):
        read_ring(body)
