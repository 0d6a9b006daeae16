import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.proximity.capture import NOT_A_LINE, STALE, Caught, read_caught
from kiosk.proximity.observation import Ignored


@pytest.mark.parametrize(
    ("payload", "read"),
    [
        (r'"{\"rssi\":-60}"', b'{"rssi":-60}'),
        ('{"rssi":-60}', b'{"rssi":-60}'),
        ("-60", b"-60"),
        ('""', b""),
        (r'"sch\u00f6n"', "schön".encode()),
    ],
)
def test_a_payload_is_text_or_json_as_it_stands(payload: str, read: bytes) -> None:
    line = f'{{"tst": "2023-11-27T19:47:59.500-0500", "topic": "a/b", "qos": 0, "retain": 0, "payload": {payload}}}'

    assert read_caught(line.encode()) == Caught(1701132479.5, "a/b", read)


@pytest.mark.parametrize(
    ("tst", "at_s"),
    [
        ("2026-11-22T08:09:53.250000Z+0000", 1795334993.25),  # as mosquitto_sub 2.0.11 writes it
        ("2026-11-22T09:09:53.250000Z+0100", 1795334993.25),
        ("2026-11-22T03:09:53.250000Z-0500", 1795334993.25),
        ("2026-11-22T08:09:53.25Z", 1795334993.25),
        ("2026-11-22T08:09:53.250+00:00", 1795334993.25),
    ],
)
def test_of_a_time_its_offset_counts(tst: str, at_s: float) -> None:
    assert read_caught(f'{{"tst": "{tst}", "topic": "a", "payload": ""}}'.encode()) == Caught(at_s, "a", b"")


def test_a_retained_message_was_stale_when_it_came() -> None:
    assert read_caught(b'{"tst": "2023-11-27T19:47:59Z", "topic": "a", "payload": "", "retain": 1}') == STALE


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff",
        b"[]",
        b'{"topic": "a", "payload": ""}',
        b'{"tst": "noon", "topic": "a", "payload": ""}',
        b'{"tst": "2023-11-27T19:47:59Z", "topic": 1, "payload": ""}',
        b'{"tst": "0001-01-01T00:00:00+23:00", "topic": "a", "payload": "\\ud800"}',
    ],
)
def test_what_is_no_line_of_a_capture_is_refused(line: bytes) -> None:
    assert read_caught(line) == NOT_A_LINE


@given(
    st.binary(max_size=300) | st.text(max_size=40).map(lambda tst: f'{{"tst":"{tst}","topic":"","payload":1}}'.encode())
)
def test_any_bytes_are_borne(line: bytes) -> None:
    assert isinstance(read_caught(line), Caught | Ignored)
