from datetime import UTC, datetime

import pytest

from kiosk.loyalty.retry_after import parse_retry_after

NOW = datetime(2026, 11, 22, 9, 0, 0, tzinfo=UTC)
SENT = "Sun, 22 Nov 2026 12:00:00 GMT"
LATER = "Sun, 22 Nov 2026 12:01:30 GMT"


@pytest.mark.parametrize(
    ("text", "sent", "expected"),
    [
        (None, SENT, None),
        ("120", SENT, 120.0),
        (" 7 ", None, 7.0),
        (LATER, SENT, 90.0),
        (LATER, None, 3 * 3600 + 90.0),
        (LATER, "not a date", 3 * 3600 + 90.0),
        (SENT, LATER, 0.0),
        ("-5", SENT, None),
        ("soon", SENT, None),
        ("1 Jan 999999999999999999999 0:0:0 GMT", SENT, None),
        ("Mon, 01 Jan 2020 00:00:00 +99999999999999999999", SENT, None),
        (LATER, "1 Jan 999999999999999999999 0:0:0 GMT", 3 * 3600 + 90.0),
        ("1e9", SENT, None),
        ("", SENT, None),
        ("Sun, 22 Nov 2026 12:01:30", SENT, None),
    ],
)
def test_both_forms_are_read_and_nonsense_is_none(text: str | None, sent: str | None, expected: float | None) -> None:
    assert parse_retry_after(text, sent, NOW) == expected
