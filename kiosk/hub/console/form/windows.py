"""Windows of the week as a form has them: weekdays, from and until, a few rows of it."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct
from starlette.datastructures import FormData

from kiosk.contract.daypart import DAYS, Daypart
from kiosk.hub.console.form.form import get_text, get_texts

ROWS = 3
_MOST_ROWS = 12


class Window(Struct, frozen=True):
    """One row as it is typed."""

    days: tuple[str, ...] = ()
    start: str = ""
    until: str = ""


def read_windows(form: FormData) -> tuple[Window, ...]:
    """The rows of the form."""
    numbers = [number for number in range(_MOST_ROWS) if f"from_{number}" in form]
    return tuple(
        Window(
            tuple(day for day in DAYS if day in get_texts(form, f"days_{number}")),
            get_text(form, f"from_{number}").strip(),
            get_text(form, f"until_{number}").strip(),
        )
        for number in numbers
    )


def type_windows(dayparts: Sequence[dict[str, Any]]) -> tuple[Window, ...]:
    """The rows that say these windows, and blank ones below; the day's end is a blank."""
    kept = msgspec.convert(list(dayparts), tuple[Daypart, ...])
    rows = tuple(Window(part.days, part.start[:5], "" if part.until == "24:00" else part.until[:5]) for part in kept)
    return rows + (Window(),) * (ROWS - len(rows))


def draft_windows(windows: Sequence[Window]) -> list[dict[str, Any]] | None:
    """The windows to be kept, without blank rows; `None` where a row is no window."""
    stated = [
        {"days": list(window.days), "from": window.start or "00:00", "until": window.until or "24:00"}
        for window in windows
        if window != Window()
    ]
    try:
        msgspec.convert(stated, tuple[Daypart, ...])
    except msgspec.ValidationError:
        return None
    return stated
