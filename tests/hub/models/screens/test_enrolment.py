from kiosk.hub.context import Hub
from kiosk.hub.models.screens.enrolment import (
    LIFETIME,
    MOST_WAITING,
    add_enrolment,
    approve_enrolment,
    find_enrolment,
    find_waiting,
    normalise_code,
    void_approvals,
)
from kiosk.hub.models.screens.screen import find_screen
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH, Dial


def test_a_code_is_found_as_people_type_it(hub: Hub) -> None:
    with hub.database.write() as session:
        enrolment = add_enrolment(session, "KXJQ-7R4M", A_HASH, hub.now())

        assert find_enrolment(session, "kxjq 7r4m", hub.now()) is enrolment
    assert normalise_code("kxjq-7r4m") == "KXJQ7R4M"


def test_a_code_without_letters_is_nobodys(hub: Hub) -> None:
    with hub.database.write() as session:
        add_enrolment(session, "------", A_HASH, hub.now())

        assert [find_waiting(session, code, hub.now()) for code in ("", "------", " ")] == [None, None, None]


def test_a_code_grows_old(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        add_enrolment(session, "KXJQ7R4M", A_HASH, hub.now())
        dial.turn(LIFETIME)

        assert find_enrolment(session, "KXJQ7R4M", hub.now()) is None


def test_a_code_that_was_used_waits_no_more(hub: Hub) -> None:
    with hub.database.write() as session:
        enrolment = add_enrolment(session, "KXJQ7R4M", A_HASH, hub.now())
        assert enrolment
        assert find_waiting(session, "kxjq-7r4m", hub.now()) is enrolment
        enrolment.used_at = hub.now()

        assert find_waiting(session, "KXJQ7R4M", hub.now()) is None
        assert find_enrolment(session, "KXJQ7R4M", hub.now()) is enrolment


def test_old_codes_make_room(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        for number in range(MOST_WAITING):
            add_enrolment(session, f"CODE{number}", A_HASH, hub.now())
        assert add_enrolment(session, "ONEMORE", A_HASH, hub.now()) is None
        dial.turn(LIFETIME)

        assert add_enrolment(session, "ONEMORE", A_HASH, hub.now()) is not None


def test_an_approved_code_names_its_screen(hub: Hub) -> None:
    with hub.database.write() as session:
        enrolment = add_enrolment(session, "KXJQ7R4M", A_HASH, hub.now())
        screen = find_screen(session, STORE, "window-2")
        assert enrolment
        assert screen
        approve_enrolment(session, enrolment, screen)

        assert (enrolment.store_id, enrolment.screen_id) == (STORE, "window-2")


def test_only_what_was_approved_for_this_screen_and_not_fetched_is_void(hub: Hub) -> None:
    with hub.database.write() as session:
        codes = [add_enrolment(session, code, A_HASH, hub.now()) for code in ("FETCHED1", "WAITING1", "ANOTHER1")]
        for code, name in zip(codes, ("window-2", "window-2", "window-1"), strict=True):
            screen = find_screen(session, STORE, name)
            assert code
            assert screen
            approve_enrolment(session, code, screen)
            code.used_at = hub.now() if code.code == "FETCHED1" else None
        window = find_screen(session, STORE, "window-2")
        assert window
        void_approvals(session, window)

        assert [code and code.screen_id for code in codes] == ["window-2", None, "window-1"]
