import pytest

from kiosk.fleet.excuses import REST_S, Excuses
from kiosk.fleet.messages import Reason


@pytest.mark.parametrize("reason", list(Reason))
def test_each_reason_has_its_words(reason: Reason, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    Excuses().note(reason, None, 0.0)

    assert f"a command was not carried out ({reason}): " in caplog.text


def test_a_reason_is_said_once_a_minute_whatever_others_there_are(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    excuses = Excuses()
    for now in (0.0, 1.0, REST_S - 0.1):
        excuses.note(Reason.UNKNOWN, None, now)
        excuses.note(Reason.EXPIRED, None, now)
    excuses.note(Reason.UNKNOWN, None, REST_S)

    said = [record.getMessage().partition("(")[2].partition(")")[0] for record in caplog.records]
    assert said == ["unknown", "expired", "unknown"]


def test_a_flaw_says_more_than_its_reason(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    Excuses().note(Reason.MALFORMED, "level must be info, warning or emergency", 0.0)

    assert caplog.messages == ["a command was not carried out (malformed): level must be info, warning or emergency"]
