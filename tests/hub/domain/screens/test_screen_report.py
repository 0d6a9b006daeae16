from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.domain.screens.screen_report import hear_caller
from kiosk.hub.models.screens.screen_state import CALLED, ScreenState, map_states, take_call
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.running import NOW, RunningHub

_STATUS = {
    "state": "online",
    "scene": "offering",
    "version": "1.2.3",
    "faults": [{"part": "nfc", "code": "reader_gone", "since": "2026-11-22T08:40:00.000Z"}],
    "outbox": {"waiting": 2, "dead": 1},
    "theme": "daylight",
}


def _make_event(data: object, name: str = "1", kind: str = "kiosk.status") -> dict[str, object]:
    return {"specversion": "1.0", "id": name, "source": "/s/w", "type": kind, "data": data}


def _read_told(hub: Hub) -> dict[str, Any]:
    with hub.database.read() as session:
        return map_states(session, STORE)[FIRST_SCREEN].told


def test_whoever_asks_with_a_token_is_heard(running: RunningHub) -> None:
    running.get(f"/v1/catalogue?store={STORE}&screen={FIRST_SCREEN}")

    with running.hub.database.read() as session:
        states = map_states(session, STORE)
    assert {screen: state.heard_at for screen, state in states.items()} == {FIRST_SCREEN: NOW}


def test_a_status_is_kept_as_the_screens_state_and_not_among_the_events(running: RunningHub) -> None:
    events = [_make_event({"scene": "attract"}), _make_event(_STATUS, "2"), _make_event({}, "3", "kiosk.tap")]

    assert running.post("/v1/events", events).json() == {"stored": 3, "repeated": 0}
    assert running.post("/v1/events", events).json() == {"stored": 2, "repeated": 1}
    assert _read_told(running.hub) == {
        "scene": "offering",
        "version": "1.2.3",
        "theme": "daylight",
        "faults": [{"part": "nfc", "code": "reader_gone", "since": "2026-11-22T08:40:00Z"}],
        "outbox": {"waiting": 2, "dead": 1},
    }


@pytest.mark.parametrize(
    "data",
    [
        {"scene": 7},
        {"version": "x" * 65},
        {"version": "\ud800"},
        {"faults": [{"code": "x"}]},
        {"faults": [{"part": "nfc", "since": "9999-12-31T23:59:59Z"}]},
        {"outbox": {"waiting": -1}},
    ],
)
def test_a_status_that_cannot_be_read_changes_nothing(running: RunningHub, data: object) -> None:
    running.post("/v1/events", [_make_event(_STATUS), _make_event(data, "2")])

    assert _read_told(running.hub)["scene"] == "offering"


def test_a_screen_is_answered_even_while_it_cannot_be_noted(hub: Hub) -> None:
    impatient = Hub(hub.settings, open_database(hub.settings.database, 0.01), hub.now)
    with hub.database.write() as writer:
        writer.execute(text("SELECT 1"))
        hear_caller(impatient, STORE, FIRST_SCREEN)
    with hub.database.read() as session:
        assert map_states(session, STORE) == {}
    impatient.database.close()


def _call(running: RunningHub, data: object, name: str = "c1", ago: timedelta = timedelta(0)) -> dict[str, Any]:
    event = _make_event(data, name, "kiosk.advisor")
    assert running.post("/v1/events", [{**event, "time": (NOW - ago).isoformat()}]).status_code == 202
    return _read_state(running).called_for


def _read_state(running: RunningHub) -> ScreenState:
    with running.hub.database.read() as session:
        return map_states(session, STORE)[FIRST_SCREEN]


def test_who_asks_for_advice_is_noted_with_the_offer_that_she_looks_at(running: RunningHub) -> None:
    called_for = _call(running, {"offer": "o-mug", "language": "en"})

    assert (called_for["language"], called_for["title"]["de"]) == ("en", "Steinzeugbecher")


@pytest.mark.parametrize("data", [{"offer": "nobody-knows"}, {}])
def test_a_call_for_what_the_store_does_not_have_is_a_call_all_the_same(
    running: RunningHub, data: dict[str, str]
) -> None:
    assert _call(running, data) == {"language": "", "title": {}}


def test_a_call_that_says_something_else_is_none(running: RunningHub) -> None:
    assert _call(running, {"offer": 7, "language": "\ud800"}) == {}


def test_a_call_that_was_taken_stays_taken_when_it_or_an_earlier_one_comes_again(running: RunningHub) -> None:
    _call(running, {"language": "en"}, ago=timedelta(minutes=2))
    with running.hub.database.write() as session:
        mark = (NOW - timedelta(minutes=2)).isoformat()
        assert take_call(session, STORE, FIRST_SCREEN, mark, "sam")
    running.dial.turn(timedelta(minutes=1))
    _call(running, {"language": "en"}, ago=timedelta(minutes=2))
    _call(running, {"language": "de"}, "late", ago=timedelta(minutes=3))

    assert (_read_state(running).call_taken_by, _read_state(running).called_for["language"]) == ("sam", "en")


def test_of_what_was_heard_before_nobody_is_called_again(running: RunningHub) -> None:
    timeless = _make_event({}, "c1", "kiosk.advisor")
    running.post("/v1/events", [timeless])
    running.dial.turn(timedelta(minutes=1))
    running.post("/v1/events", [timeless])

    assert _read_state(running).called_at == NOW


@pytest.mark.parametrize(("ago", "language"), [(CALLED, "en"), (CALLED + timedelta(seconds=1), None)])
def test_who_called_too_long_ago_is_there_no_more(running: RunningHub, ago: timedelta, language: str | None) -> None:
    assert _call(running, {"language": "en"}, ago=ago).get("language") == language


def test_a_screen_whose_clock_runs_ahead_calls_now(running: RunningHub) -> None:
    _call(running, {"language": "en"}, ago=-timedelta(hours=1))

    assert _read_state(running).called_at == NOW
