from datetime import UTC, datetime

import pytest

from kiosk.hub.text.moment import format_day, format_moment, format_time
from kiosk.hub.text.words import ENGLISH, GERMAN, Words

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "words", "printed"),
    [
        (datetime(2026, 11, 22, 8, 24, tzinfo=UTC), GERMAN, "heute, 09:24"),
        (datetime(2026, 11, 22, 8, 24, tzinfo=UTC), ENGLISH, "today, 09:24"),
        (datetime(2026, 11, 20, 23, 30, tzinfo=UTC), GERMAN, "21. November, 00:30"),
        (datetime(2026, 3, 1, 12, 0, tzinfo=UTC), ENGLISH, "1 March, 13:00"),
    ],
)
def test_a_moment_is_written_in_the_stores_time(moment: datetime, words: Words, printed: str) -> None:
    assert format_moment(moment, NOW, "Europe/Berlin", words) == printed


@pytest.mark.parametrize(("words", "printed"), [(GERMAN, "1. März 2027"), (ENGLISH, "1 March 2027")])
def test_a_day_is_written_with_its_year_in_the_stores_time(words: Words, printed: str) -> None:
    assert format_day(datetime(2027, 2, 28, 23, 30, tzinfo=UTC), "Europe/Berlin", words) == printed


def test_a_time_is_the_stores() -> None:
    assert format_time(datetime(2026, 7, 1, 22, 5, tzinfo=UTC), "Europe/Berlin") == "00:05"
