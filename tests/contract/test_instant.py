from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from kiosk.contract.instant import to_rfc3339


def test_a_time_is_written_in_utc_with_milliseconds() -> None:
    local = datetime(2026, 11, 22, 10, 0, 0, 123_999, tzinfo=ZoneInfo("Europe/Berlin"))
    assert to_rfc3339(local) == "2026-11-22T09:00:00.123Z"
    assert to_rfc3339(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01T00:00:00.000Z"
