import pytest

from kiosk.proximity.complaints import SELDOM_S, Complaints


@pytest.mark.allow_log("presence messages dropped")
def test_it_speaks_at_once_and_then_once_a_minute_with_all_counts(caplog: pytest.LogCaptureFixture) -> None:
    complaints = Complaints()

    complaints.note("too large", 100.0)
    for second in range(30):
        complaints.note("too large" if second % 3 else "no distance", 101.0 + second)
    complaints.note("too large", 100.0 + SELDOM_S)

    assert caplog.messages == [
        "presence messages dropped: 1 x too large",
        "presence messages dropped: 10 x no distance, 21 x too large",
    ]
