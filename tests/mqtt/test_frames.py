import contextlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.mqtt.frames import (
    CONNACK,
    LARGEST_FRAME,
    PINGRESP,
    FrameCutter,
    MalformedFrame,
    make_connect,
    make_subscribe,
)


def _frame(head: int, body: bytes) -> bytes:
    length, rest = b"", len(body)
    while rest > 127:
        length += bytes((rest & 127 | 128,))
        rest >>= 7
    return bytes((head,)) + length + bytes((rest,)) + body


def _message(topic: bytes, payload: bytes, head: int = 0x30) -> bytes:
    return _frame(head, len(topic).to_bytes(2, "big") + topic + payload)


_MESSAGES = st.lists(st.tuples(st.binary(min_size=1, max_size=40), st.binary(max_size=400)), max_size=20)


@given(_MESSAGES, st.lists(st.integers(0, 9000), max_size=30))
def test_a_stream_comes_to_the_same_however_it_is_torn(messages: list[tuple[bytes, bytes]], cuts: list[int]) -> None:
    stream = b"".join(_message(topic, payload) for topic, payload in messages)
    places = [0, *sorted(cut for cut in cuts if cut < len(stream)), len(stream)]
    cutter = FrameCutter()

    heard: dict[bytes, bytes] = {}
    for begin, end in pairwise(places):
        heard |= cutter.cut(stream[begin:end]).latest

    assert heard == dict(messages)


@given(st.lists(st.binary(max_size=200), max_size=10))
def test_any_bytes_are_read_or_refused_and_never_crash_the_cutter(reads: list[bytes]) -> None:
    cutter = FrameCutter()

    with contextlib.suppress(MalformedFrame):
        for read in reads:
            cutter.cut(read)


def test_a_burst_tells_all_messages_and_the_latest_of_each_topic() -> None:
    burst = FrameCutter().cut(_message(b"t", b"1") + _message(b"u", b"2") + _message(b"t", b"3"))

    assert burst.messages == [(b"t", b"1"), (b"u", b"2"), (b"t", b"3")]
    assert burst.latest == {b"t": b"3", b"u": b"2"}


def test_a_retained_message_is_stale_and_passed_over() -> None:
    assert FrameCutter().cut(_message(b"t", b"old", head=0x31)).latest == {}


@pytest.mark.parametrize("step", [1, 1000, 10**6])
def test_of_an_oversized_message_only_the_topic_is_told_and_the_next_one_is_heard(step: int) -> None:
    stream = _message(b"large", b"x" * (LARGEST_FRAME + 5000)) + _message(b"t", b"next")
    cutter = FrameCutter()

    bursts = [cutter.cut(stream[begin : begin + step]) for begin in range(0, len(stream), step)]

    heard = [entry for burst in bursts for entry in burst.latest.items()]
    assert heard == [(b"large", b""), (b"t", b"next")]


def test_the_brokers_answers_are_handed_on() -> None:
    assert FrameCutter().cut(b"\x20\x02\x00\x00\xd0\x00").answers == [(CONNACK, b"\x00\x00"), (PINGRESP, b"")]


@pytest.mark.parametrize(
    "stream",
    [
        b"\x30\xff\xff\xff\xff\x01",
        _message(b"t", b"\x00\x01qos", head=0x32),
        _message(b"", b"no topic"),
        _frame(0x30, b"\x00\x09short"),
        _frame(0x30, b"\x00"),
        _frame(0x10, b"a client's greeting"),
        _frame(0x00, b""),
        _frame(0xD1, b""),
    ],
)
def test_what_breaks_the_protocol_is_refused(stream: bytes) -> None:
    with pytest.raises(MalformedFrame):
        FrameCutter().cut(stream)


def test_the_greeting_asks_for_a_clean_session_and_carries_user_and_password() -> None:
    greeting = b"\x10\x16\x00\x04MQTT\x04\xc2\x00\x14\x00\x01k\x00\x01u\x00\x04word"

    assert make_connect("k", 20, "u", "word") == greeting
    assert make_connect("k", 20, None, None) == b"\x10\x0d\x00\x04MQTT\x04\x02\x00\x14\x00\x01k"


def test_a_long_subscription_has_a_long_length() -> None:
    frame = make_subscribe(["t" * 200])

    assert frame[:5] == b"\x82\xcd\x01\x00\x01"
    assert len(frame) == 3 + 205
