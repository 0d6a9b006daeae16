import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.screens.enrolment import (
    CodeNotFound,
    NameTooLong,
    ScreenIsIn,
    ScreenNotFound,
    Wanted,
    approve_code,
    revoke_screen,
)
from kiosk.hub.models.screens.enrolment import add_enrolment, find_enrolment
from kiosk.hub.models.screens.screen import Screen, revoke_token
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH

CODE = "KXJQ7R4M"


@pytest.fixture(autouse=True)
def _wait(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Screen(store_id=STORE, id="window-3", zones=[]))
        add_enrolment(session, CODE, A_HASH, hub.now())


def test_the_only_screen_that_waits_is_meant(hub: Hub) -> None:
    assert approve_code(hub, CODE).id == "window-3"


def test_of_several_screens_one_must_be_named(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Screen(store_id=STORE, id="window-4", zones=[]))

    with pytest.raises(ScreenNotFound, match="window-3, window-4"):
        approve_code(hub, CODE)
    assert approve_code(hub, CODE, Wanted(STORE, "window-3")).id == "window-3"


def test_a_screen_that_is_in_already_is_not_meant(hub: Hub) -> None:
    with pytest.raises(ScreenIsIn, match="revoke window-1"):
        approve_code(hub, CODE, Wanted(STORE, "window-1"))


def test_a_screen_that_nobody_knew_is_added_with_its_zones(hub: Hub) -> None:
    screen = approve_code(hub, CODE, Wanted(STORE, "window-9", ("shoes",)))

    with hub.database.read() as session:
        assert session.get_one(Screen, (STORE, screen.id)).zones == ["shoes"]


def test_a_name_that_no_certificate_can_hold_is_refused(hub: Hub) -> None:
    with pytest.raises(NameTooLong, match="shorter"):
        approve_code(hub, CODE, Wanted(STORE, "w" * 64))


def test_a_revoked_screen_may_come_in_again_by_a_code(hub: Hub) -> None:
    revoke_screen(hub, STORE, "window-1")
    approve_code(hub, CODE, Wanted(STORE, "window-1"))

    with hub.database.read() as session:
        assert session.get_one(Screen, (STORE, "window-1")).revoked_at is None


def test_who_must_be_named_may_be_one_that_was_revoked(hub: Hub) -> None:
    revoke_screen(hub, STORE, "window-1")
    revoke_screen(hub, STORE, "window-3")

    with pytest.raises(ScreenNotFound, match="not enrolled yet: none; revoked: window-1, window-3"):
        approve_code(hub, CODE)


def test_only_a_screen_that_there_is_can_be_revoked(hub: Hub) -> None:
    with pytest.raises(ScreenNotFound, match="screen list"):
        revoke_screen(hub, STORE, "window-9")


def test_a_code_that_was_used_lets_nobody_in_again_and_clears_no_revocation(hub: Hub) -> None:
    screen = approve_code(hub, CODE)
    with hub.database.write() as session:
        enrolment = find_enrolment(session, CODE, hub.now())
        assert enrolment
        enrolment.used_at = hub.now()
        revoke_token(session.merge(screen), hub.now())

    with pytest.raises(CodeNotFound, match="read it again"):
        approve_code(hub, CODE, Wanted(STORE, "window-3"))
    with hub.database.read() as session:
        assert session.get_one(Screen, (STORE, "window-3")).revoked_at == hub.now()


def test_a_code_that_nobody_shows_is_refused(hub: Hub) -> None:
    with pytest.raises(CodeNotFound, match="read it again"):
        approve_code(hub, "AAAABBBB")
