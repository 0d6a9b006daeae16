from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.models.screens.screen import Screen, list_screens
from kiosk.hub.models.screens.screen_state import (
    Caller,
    find_caller_by_token,
    has_silent_screen,
    hear_screen,
    is_heard,
    map_states,
    note_call,
    note_status,
    take_call,
)
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.running import A_HASH, NOW


def test_a_screen_that_was_just_heard_is_not_noted_again() -> None:
    heard = Caller(STORE, FIRST_SCREEN, NOW)

    assert is_heard(heard, NOW + timedelta(seconds=10))
    assert not is_heard(heard, NOW + timedelta(seconds=20))
    assert not is_heard(Caller(STORE, FIRST_SCREEN), NOW)


def test_a_clock_that_was_set_back_silences_nobody() -> None:
    assert not is_heard(Caller(STORE, FIRST_SCREEN, NOW), NOW - timedelta(hours=1))


def test_who_holds_a_token_is_found_with_the_time_at_which_she_was_heard(hub: Hub) -> None:
    with hub.database.write() as session:
        session.get_one(Screen, (STORE, FIRST_SCREEN)).token_hash = A_HASH

        assert find_caller_by_token(session, A_HASH) == Caller(STORE, FIRST_SCREEN)
        hear_screen(session, STORE, FIRST_SCREEN, NOW)
        assert find_caller_by_token(session, A_HASH) == Caller(STORE, FIRST_SCREEN, NOW)


def test_what_a_screen_tells_replaces_what_it_told(hub: Hub) -> None:
    with hub.database.write() as session:
        note_status(session, STORE, FIRST_SCREEN, {"scene": "attract"}, NOW)
        note_status(session, STORE, FIRST_SCREEN, {"scene": "offering"}, NOW + timedelta(minutes=1))
    with hub.database.read() as session:
        states = map_states(session, STORE)
    assert list(states) == [FIRST_SCREEN]
    assert states[FIRST_SCREEN].told == {"scene": "offering"}
    assert states[FIRST_SCREEN].told_at == NOW + timedelta(minutes=1)


def test_a_call_is_kept_beside_what_the_screen_tells(hub: Hub) -> None:
    with hub.database.write() as session:
        note_status(session, STORE, FIRST_SCREEN, {"scene": "attract"}, NOW)
        note_call(session, STORE, FIRST_SCREEN, {"language": "de"}, NOW + timedelta(minutes=1))
    with hub.database.read() as session:
        state = map_states(session, STORE)[FIRST_SCREEN]
    assert (state.told, state.called_for, state.called_at) == (
        {"scene": "attract"}, {"language": "de"}, NOW + timedelta(minutes=1),
    )  # fmt: skip  # one line reads better


def test_a_call_is_taken_by_the_first_who_asks_and_only_that_call(hub: Hub) -> None:
    with hub.database.write() as session:
        note_call(session, STORE, FIRST_SCREEN, {"language": "de"}, NOW)
        assert not take_call(session, STORE, FIRST_SCREEN, "another", "sam")
        assert not take_call(session, STORE, "window-9", NOW.isoformat(), "sam")
        takers = [take_call(session, STORE, FIRST_SCREEN, NOW.isoformat(), one) for one in ("sam", "mara", "sam")]
        assert takers == [True, False, True]
        note_call(session, STORE, FIRST_SCREEN, {"language": "de"}, NOW + timedelta(minutes=1))
        assert map_states(session, STORE)[FIRST_SCREEN].call_taken_by is None


def test_a_call_that_is_not_the_latest_changes_nothing(hub: Hub) -> None:
    with hub.database.write() as session:
        note_call(session, STORE, FIRST_SCREEN, {"language": "de"}, NOW)
        assert take_call(session, STORE, FIRST_SCREEN, NOW.isoformat(), "sam")
        for minutes in (0, 1):
            note_call(session, STORE, FIRST_SCREEN, {"language": "en"}, NOW - timedelta(minutes=minutes))
        state = map_states(session, STORE)[FIRST_SCREEN]
        assert (state.called_for, state.called_at, state.call_taken_by) == ({"language": "de"}, NOW, "sam")


def test_a_screen_that_may_come_in_and_was_not_heard_since_is_silent(hub: Hub) -> None:
    with hub.database.write() as session:
        screens = [screen for screen in list_screens(session, STORE) if screen.token_hash]
        never = has_silent_screen(session, STORE, NOW)
        for screen in screens:
            hear_screen(session, STORE, screen.id, NOW)
        told = [has_silent_screen(session, STORE, NOW + timedelta(seconds=late)) for late in (0, 1)]
        for screen in screens:
            screen.revoked_at = NOW

        assert (never, told) == (True, [False, True])
        assert not has_silent_screen(session, STORE, NOW + timedelta(days=1))
