from contextlib import suppress
from datetime import datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.domain.profile.message import MOST_BYTES, Message, MessageRefused, get_text, read_message, read_time
from tests.hub.running import NOW
from tests.hub.shop_window import NO, YES

MINUTE = timedelta(minutes=1)


def _read(**members: object) -> Message:
    return read_message(msgspec.json.encode({"type": "track", **members}))


def test_a_message_is_read_by_the_names_that_its_senders_use() -> None:
    message = _read(messageId="m", userId="u", anonymousId="a", event="Order Completed", sentAt=NOW, library={"x": 1})

    assert (message.message_id, message.user_id, message.anonymous_id, message.sent_at) == ("m", "u", "a", NOW)


def test_the_address_says_the_type_where_the_message_does_not() -> None:
    assert read_message(b'{"userId": "u"}', "identify").type == "identify"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"7",
        b"\xff",
        b"{}",
        b'{"type": "group"}',
        b'{"type": "track", "userId": ""}',
        b'{"type": "track", "userId": 7}',
        b'{"type": "track", "messageId": "a\\u0000b"}',
        b'{"type": "track", "traits": {"email": "a@b.example\\u0000"}}',
        b'{"type": "track", "properties": {"\\\\\\u0000": 1}}',
        b'{"type": "track", "anonymousId": "%s"}' % (b"a" * 129),
        b'{"type": "track", "properties": []}',
        b'{"type": "track", "timestamp": "2026-11-22T10:00:00"}',
        b'{"type": "track", "context": {"consent": {"categoryPreferences": {"a": "yes"}}}}',
        b"[" * 9999,
    ],
)
def test_what_is_no_message_is_refused(content: bytes) -> None:
    with pytest.raises(MessageRefused, match="malformed"):
        read_message(content)


def test_a_text_may_tell_of_a_nul() -> None:
    assert read_message(b'{"type": "track", "event": "\\\\u0000"}').event == "\\u0000"


def test_a_message_beyond_all_measure_is_refused() -> None:
    with pytest.raises(MessageRefused, match="too_large"):
        read_message(b" " * (MOST_BYTES + 1))


@given(some.binary(max_size=200))
def test_no_bytes_do_more_than_be_refused(content: bytes) -> None:
    with suppress(MessageRefused):
        read_message(content)


@pytest.mark.parametrize(("context", "allows"), [({}, None), (YES, True), (NO, False), ({"consent": {}}, None)])
def test_a_message_may_say_what_she_allows(context: dict[str, object], allows: bool | None) -> None:  # noqa: FBT001 # a table's column
    assert _read(context=context).allows(PERSONAL_OFFERS) is allows


@pytest.mark.parametrize(
    ("timestamp", "sent_at", "at"),
    [
        (None, None, NOW),
        (NOW - MINUTE, None, NOW - MINUTE),
        (NOW - 61 * MINUTE, NOW - 60 * MINUTE, NOW - MINUTE),
        (NOW + 59 * MINUTE, NOW + 60 * MINUTE, NOW - MINUTE),
        (NOW + MINUTE, None, NOW),
        (NOW + MINUTE, NOW, NOW),
    ],
)
def test_a_wrong_clock_is_put_right_by_what_it_calls_now(
    timestamp: datetime | None, sent_at: datetime | None, at: datetime
) -> None:
    assert read_time(Message(type="track", timestamp=timestamp, sent_at=sent_at), NOW) == at


def test_a_time_of_another_century_is_refused() -> None:
    with pytest.raises(MessageRefused, match="malformed"):
        read_time(Message(type="track", timestamp=NOW.replace(year=1926)), NOW)


@pytest.mark.parametrize(
    ("members", "text"),
    [({}, ""), ({"a": "x"}, "x"), ({"a": None, "b": " y "}, "y"), ({"a": 7}, "7"), ({"a": ["x"], "b": ""}, "")],
)
def test_the_first_member_that_is_a_text_is_taken(members: dict[str, object], text: str) -> None:
    assert get_text(members, "a", "b") == text
