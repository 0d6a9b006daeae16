from datetime import timedelta

import pytest

from kiosk.hub.console.members.call_view import CallView, view_call
from kiosk.hub.console.words import choose_console_words
from kiosk.hub.models.screens.screen_state import CALLED, ScreenState
from tests.hub.running import NOW


def view(ago: timedelta, language: str = "de", taken_by: str | None = None) -> CallView | None:
    state = ScreenState(store_id="s", screen_id="door", heard_at=NOW, called_at=NOW - ago, call_taken_by=taken_by)
    state.called_for = {"language": language, "title": {"de": "Becher", "en": "Mug"}}
    return view_call(state, NOW, "Europe/Berlin", choose_console_words("en"))


def test_a_call_says_all_that_who_goes_there_should_know() -> None:
    assert view(timedelta(minutes=3), taken_by="sam") == CallView(
        screen="door",
        mark="2026-11-22T08:57:00+00:00",
        offer="Mug",
        language="speaks German",
        moment="today, 09:57",
        waits="waiting for 3 min",
        taken="sam is going",
    )


@pytest.mark.parametrize(
    ("ago", "waits"), [(timedelta(seconds=59), "called just now"), (timedelta(seconds=60), "waiting for 1 min")]
)
def test_how_long_she_waits_is_told_in_minutes(ago: timedelta, waits: str) -> None:
    call = view(ago, "xx")

    assert call is not None
    assert (call.waits, call.language, call.taken) == (waits, "", "")


def test_who_called_too_long_ago_or_never_is_not_there() -> None:
    never = ScreenState(store_id="s", screen_id="door", heard_at=NOW)
    words = choose_console_words("en")

    assert (view(CALLED + timedelta(seconds=1)), view_call(None, NOW, "Europe/Berlin", words)) == (None, None)
    assert view_call(never, NOW, "Europe/Berlin", words) is None
