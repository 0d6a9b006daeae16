import pytest

from kiosk.hub.domain.profile.timeline import Mark
from kiosk.hub.web.time_mark import read_mark, write_mark
from tests.hub.running import NOW


@pytest.mark.parametrize("text", [None, "", "x", "1e30", "nan", "inf", "1~x"])
def test_a_mark_that_no_calendar_has_is_none(text: str | None) -> None:
    assert read_mark(text) is None


def test_a_mark_is_read_as_it_was_written() -> None:
    assert read_mark(write_mark(Mark(NOW, 7))) == Mark(NOW, 7)


def test_a_mark_behind_fewer_than_none_is_behind_none() -> None:
    assert read_mark(f"{NOW.timestamp()}~-1") == read_mark(str(NOW.timestamp())) == Mark(NOW)
