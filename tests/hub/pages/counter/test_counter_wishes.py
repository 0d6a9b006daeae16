from pathlib import Path

import pytest

from kiosk.hub.domain.handshake.meeting import Clerk, ask_by_code
from kiosk.hub.domain.handshake.reserving import Wish, place_reservation
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.handshake.reservation import Reservation
from kiosk.hub.models.handshake.size import LONGEST
from kiosk.hub.sample.shop import STORE
from tests.hub.accounts import press
from tests.hub.counter import COUNTER, Shopper
from tests.hub.domain.member_data.known_well import read_all
from tests.hub.running import RunningHub


def test_her_sizes_are_kept_in_one_line_and_deleted_by_an_empty_one(running: RunningHub) -> None:
    with Shopper(running) as anna:
        kept = anna.press("/sizes", sizes=" Schuhe\n38 ").text
        long = anna.press("/sizes", sizes="3" * (LONGEST + 9)).text
        gone = anna.press("/sizes", sizes="").text

    assert 'value="Schuhe 38"' in kept
    assert f'value="{"3" * LONGEST}"' in long
    assert "333" not in gone


@pytest.mark.sqlite
def test_no_byte_stays_of_an_address_that_she_replaced(running: RunningHub, tmp_path: Path) -> None:
    with Shopper(running) as anna:
        _order_home(running, anna)
        question = anna.open()
        press(anna.browser, question, f"{COUNTER}/orders/r", address="Lindenweg 3")
        first = read_all(tmp_path)
        press(anna.browser, question, f"{COUNTER}/orders/r", address="Am Markt 1")
        second = read_all(tmp_path)

    assert [b"Lindenweg 3" in first, b"Lindenweg 3" in second, b"Am Markt 1" in second] == [True, False, True]


def test_only_she_says_where_her_parcel_goes_and_as_long_as_it_is_asked(running: RunningHub) -> None:
    with Shopper(running) as anna:
        _order_home(running, anna)
        question = anna.open()
        empty = press(anna.browser, question, f"{COUNTER}/orders/r", address=" ")
        answered = press(anna.browser, question, f"{COUNTER}/orders/r", address="Anna\r\nLindenweg 3")
        unknown = press(anna.browser, question, f"{COUNTER}/orders/q", address="Anna")
    with running.hub.database.read() as session:
        reservation = session.get_one(Reservation, "r")

    assert "Wohin dürfen wir es schicken?" in empty.text
    assert "Wohin dürfen wir es schicken?" not in answered.text
    assert (reservation.address, unknown.status_code) == ("Anna\nLindenweg 3", 404)


def _order_home(running: RunningHub, shopper: Shopper) -> None:
    code = shopper.show_code()
    with running.hub.database.write() as session:
        handshake = ask_by_code(running.hub, session, STORE, Clerk("w_sam", "sam"), code)
        place_reservation(running.hub, session, handshake, Wish(session.get_one(Bookmark, "b-o-mug"), "home"), "r")
