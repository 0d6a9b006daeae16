import pytest
from starlette.datastructures import FormData

from kiosk.hub.console.form.windows import ROWS, Window, draft_windows, read_windows, type_windows


def test_rows_are_read_as_they_are_typed_and_blank_ones_are_left_out() -> None:
    form = FormData(
        [("days_0", "sun"), ("days_0", "mon"), ("days_0", "x"), ("from_0", "09:00"), ("until_0", ""), ("from_1", "")]
    )
    windows = read_windows(form)

    assert windows == (Window(("mon", "sun"), "09:00"), Window())
    assert draft_windows(windows) == [{"days": ["mon", "sun"], "from": "09:00", "until": "24:00"}]


def test_what_is_kept_stands_in_the_form_with_room_for_more() -> None:
    rows = type_windows([{"from": "18:00:00", "until": "02:00"}, {"days": ["sat"]}])

    assert rows == (Window((), "18:00", "02:00"), Window(("sat",), "00:00"), Window())
    assert len(type_windows([])) == ROWS


@pytest.mark.parametrize("window", [Window((), "9 Uhr"), Window((), "09:00", "25:00"), Window(("mon",), "x" * 9000)])
def test_what_is_no_time_is_no_window(window: Window) -> None:
    assert draft_windows([window]) is None
