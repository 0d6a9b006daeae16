from datetime import timedelta

import pytest

from kiosk.hub.console.screens.screen_view import SILENT, ScreenView, view_screen
from kiosk.hub.console.words import choose_console_words
from kiosk.hub.models.screens.screen import Screen
from kiosk.hub.models.screens.screen_state import CALLED, ScreenState
from tests.hub.running import A_HASH, NOW

_IN = Screen(store_id="s", id="w", zones=["home"], token_hash=A_HASH)


def _view(screen: Screen = _IN, *, heard: timedelta | None = timedelta(0), **told: object) -> ScreenView:
    state = None
    if heard is not None:
        state = ScreenState(store_id="s", screen_id="w", heard_at=NOW - heard)
        state.told, state.told_at = told, NOW if told else None
    return view_screen(screen, state, NOW, "Europe/Berlin", choose_console_words("en"))


@pytest.mark.parametrize(
    ("view", "condition"),
    [
        (_view(), "well"),
        (_view(heard=SILENT), "well"),
        (_view(heard=SILENT + timedelta(seconds=1)), "quiet"),
        (_view(heard=None), "quiet"),
        (_view(faults=[{"part": "nfc"}]), "trouble"),
        (_view(Screen(store_id="s", id="w", zones=[])), "waiting"),
        (_view(Screen(store_id="s", id="w", zones=[], token_hash=A_HASH, revoked_at=NOW)), "revoked"),
    ],
)
def test_how_a_screen_is_follows_from_what_is_known(view: ScreenView, condition: str) -> None:
    assert view.condition == condition


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        (None, "never yet"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=7), "7 min ago"),
        (timedelta(hours=1), "today, 09:00"),
    ],
)
def test_when_it_was_heard_is_said_as_people_say_it(heard: timedelta | None, said: str) -> None:
    assert _view(heard=heard).heard == said


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        ({"part": "api", "code": "token_refused"}, "Its key is no longer good"),
        ({"part": "outbox", "code": "shown_not_saved"}, "What it showed cannot be put on its disk"),
        ({"part": "outbox", "code": "notice_not_saved"}, "A notice cannot be put on its disk"),
        ({"part": "api", "code": "timeout"}, "It can hardly reach the hub"),
        ({"part": "flux", "code": "x"}, "It reports a fault"),
    ],
)
def test_a_fault_is_told_in_plain_words_with_what_to_do(fault: dict[str, str], what: str) -> None:
    told = _view(faults=[{**fault, "since": "2026-11-22T08:00:00Z"}]).faults

    assert [(one.what, one.since) for one in told] == [(what, "since today, 09:00")]
    assert told[0].do


@pytest.mark.parametrize(
    ("outbox", "said"),
    [
        ({}, "all handed over"),
        ({"waiting": 2}, "2 on their way"),
        ({"waiting": 2, "dead": 1}, "2 on their way, 1 not accepted"),
    ],
)
def test_what_waits_on_its_disk_is_counted(outbox: dict[str, int], said: str) -> None:
    assert _view(scene="attract", outbox=outbox).outbox == said


def test_a_screen_that_only_asks_has_told_nothing() -> None:
    assert _view().told is None
    assert _view(scene="flying").scene == "something new"


@pytest.mark.parametrize(
    ("ago", "called_for", "said"),
    [
        (
            timedelta(0),
            {"language": "de", "title": {"de": "Becher", "en": "Mug"}},
            "(today, 10:00) · Mug · speaks German",
        ),
        (CALLED, {"language": "xx", "title": {}}, "(today, 09:50)"),
        (CALLED + timedelta(seconds=1), {"language": "de", "title": {}}, ""),
    ],
)
def test_who_asks_for_advice_is_told_until_she_will_have_left(
    ago: timedelta, called_for: dict[str, object], said: str
) -> None:
    state = ScreenState(store_id="s", screen_id="w", heard_at=NOW)
    state.called_at, state.called_for = NOW - ago, called_for
    call = view_screen(_IN, state, NOW, "Europe/Berlin", choose_console_words("en")).call
    assert call.removeprefix("Somebody here asks for advice ") == said
