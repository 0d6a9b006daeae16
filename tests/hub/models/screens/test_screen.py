from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.models.screens.screen import (
    Screen,
    await_token,
    find_screen,
    give_token,
    list_revoked_screens,
    list_waiting_screens,
    list_zones,
    revoke_token,
)
from kiosk.hub.models.screens.screen_state import Caller, find_caller_by_token
from kiosk.hub.sample.shop import STORE


def test_a_new_token_replaces_the_old_one(hub: Hub) -> None:
    with hub.database.write() as session:
        screen = find_screen(session, STORE, "window-1")
        assert screen
        old = screen.token_hash
        assert old
        give_token(screen, digest("new"))
        session.flush()

        assert find_caller_by_token(session, old) is None
        assert find_caller_by_token(session, digest("new")) == Caller(STORE, "window-1")


def test_a_revoked_screen_stays_out_with_a_new_token_until_it_may_wait_again(hub: Hub) -> None:
    with hub.database.write() as session:
        screen = find_screen(session, STORE, "window-1")
        assert screen
        revoke_token(screen, hub.now())
        give_token(screen, digest("new"))
        session.flush()
        assert find_caller_by_token(session, digest("new")) is None

        await_token(screen)
        session.flush()
        assert find_caller_by_token(session, digest("new")) is None
        assert list_waiting_screens(session) == [screen]


def test_a_revoked_token_finds_nobody(hub: Hub) -> None:
    with hub.database.write() as session:
        screen = find_screen(session, STORE, "window-1")
        assert screen
        assert screen.token_hash
        revoke_token(screen, hub.now())
        session.flush()

        assert find_caller_by_token(session, screen.token_hash) is None


def test_a_screen_without_a_token_is_waiting(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Screen(store_id=STORE, id="window-3", zones=[]))
        session.flush()

        assert [screen.id for screen in list_waiting_screens(session)] == ["window-3"]


def test_a_screen_that_was_revoked_before_it_came_in_is_not_waiting(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Screen(store_id=STORE, id="window-3", zones=[], revoked_at=hub.now()))
        session.flush()

        assert list_waiting_screens(session) == []
        assert [screen.id for screen in list_revoked_screens(session)] == ["window-3"]


def test_a_screen_that_there_is_not_is_none(hub: Hub) -> None:
    with hub.database.read() as session:
        assert find_screen(session, STORE, "window-9") is None


def test_the_zones_of_all_screens_are_listed_once_each(hub: Hub) -> None:
    with hub.database.read() as session:
        assert list_zones(session, STORE) == ["accessories", "fashion", "home", "wellness"]
