from datetime import date, timedelta

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.stamp_card import find_department, forget_stamps, stamp_visit
from kiosk.hub.models.benefits.programme import Programme
from kiosk.hub.models.benefits.stamp_card import find_card
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.benefits.own_page import keep_with_card
from tests.hub.running import NOW

TODAY = date(2026, 11, 22)


def _stamp(hub: Hub, member: str, *departments: str, day: date = TODAY) -> list[bool]:
    with hub.database.write() as session:
        row = session.get_one(Member, member)
        return [stamp_visit(session, row, department, day, NOW) for department in departments]


def _read_count(hub: Hub, bookmark: str) -> tuple[int | None, int | None]:
    with hub.database.read() as session:
        tap = session.get_one(Bookmark, bookmark)
        return tap.stamps, tap.stamps_wanted


def test_a_department_stamps_once_for_each_card(hub: Hub, books: Books, anna: str) -> None:
    assert _stamp(hub, anna, "home", "home", "fashion") == [True, False, True]
    assert _stamp(hub, anna, "home", day=TODAY + timedelta(days=1)) == [False]
    assert (books.read(anna, "stamps"), books.read(anna)) == (2, 0)


def test_a_full_card_is_turned_in_and_the_next_begins(hub: Hub, books: Books, anna: str) -> None:
    _stamp(hub, anna, "home", "fashion", "wellness")
    with hub.database.read() as session:
        card = find_card(session, anna)
        assert card
        assert (card.number, card.turned_in, card.zones) == (2, 1, [])

    assert (books.read(anna, "stamps"), books.read(anna), books.list_faults()) == (0, 50, [])


def test_who_came_by_today_is_not_stamped_there_again_on_the_next_card(hub: Hub, books: Books, anna: str) -> None:
    _stamp(hub, anna, "home", "fashion", "wellness")

    assert _stamp(hub, anna, "home") == [False]
    assert _stamp(hub, anna, "home", day=TODAY - timedelta(days=1)) == [False]
    assert _stamp(hub, anna, "home", day=TODAY + timedelta(days=1)) == [True]
    assert books.read(anna, "stamps") == 1


def test_a_store_without_a_card_stamps_nothing(hub: Hub, books: Books, anna: str) -> None:
    with hub.database.write() as session:
        session.delete(session.get_one(Programme, STORE))

    assert _stamp(hub, anna, "home") == [False]
    assert books.read(anna, "stamps") == 0


def test_what_is_forgotten_leaves_no_stamp_and_no_department(hub: Hub, books: Books, anna: str, dora: str) -> None:
    _stamp(hub, anna, "home", "fashion")
    with hub.database.write() as session:
        for key in (anna, dora, anna):
            forget_stamps(session, session.get_one(Member, key), NOW)
        card = find_card(session, anna)
        assert card
        assert (card.zones, card.days) == ([], {})

    assert _stamp(hub, anna, "home") == [True]
    assert (books.read(anna, "stamps"), books.list_faults()) == (1, [])


def test_the_department_is_the_zone_that_was_told_if_the_screen_stands_there_else_its_first(hub: Hub) -> None:
    with hub.database.read() as session:
        found = [find_department(session, STORE, "window-2", zone) for zone in ("fashion", "garden", None, 7)]
        nowhere = find_department(session, STORE, "window-9")

    assert (found, nowhere) == (["fashion", "wellness", "wellness", "wellness"], None)


def test_who_taps_at_a_screen_is_stamped_there_if_she_allows_it(hub: Hub, books: Books, anna: str, dora: str) -> None:
    for number, member in enumerate((anna, dora, anna)):
        keep_with_card(hub, member, f"b{number}")

    assert (books.read(anna, "stamps"), books.read(dora, "stamps"), books.list_faults()) == (1, 0, [])


def test_who_goes_by_two_keys_has_one_card(hub: Hub, books: Books, anna: str, dora: str) -> None:
    with hub.database.write() as session:
        session.get_one(Member, dora).person_key = anna
    told = [*_stamp(hub, anna, "home"), *_stamp(hub, dora, "home", "fashion")]

    assert (told, books.read(anna, "stamps")) == ([True, False, True], 2)


def test_a_tap_says_how_many_stamps_the_card_then_has(hub: Hub, anna: str, dora: str) -> None:
    for number, member in enumerate((anna, anna, dora)):
        keep_with_card(hub, member, f"b{number}")

    assert [_read_count(hub, f"b{number}") for number in range(3)] == [(1, 3), (1, 3), (None, None)]


def test_the_tap_that_fills_a_card_says_that_it_is_full(hub: Hub, anna: str) -> None:
    _stamp(hub, anna, "fashion", "wellness")
    keep_with_card(hub, anna, "filling")

    assert _read_count(hub, "filling") == (3, 3)


def test_who_takes_her_consent_back_has_no_tap_that_tells_her_stamps(hub: Hub, anna: str) -> None:
    keep_with_card(hub, anna, "first")
    with hub.database.write() as session:
        forget_stamps(session, session.get_one(Member, anna), NOW)

    assert _read_count(hub, "first") == (None, None)
