from datetime import timedelta

from kiosk.hub.models.handshake.reservation import Reservation
from tests.hub.accounts import press
from tests.hub.console.clerk import Clerk
from tests.hub.console.tablet.customers import meet, read_order_link
from tests.hub.counter import COUNTER, Shopper

RESERVATIONS = "/console/tablet/orders"


def _order(clerk: Clerk, anna: Shopper, way: str) -> str:
    """Order her mug by this way; the id of the reservation."""
    clerk.fill_in(read_order_link(clerk, meet(clerk, anna)), {"way": way, "variant": "Größe 38"})
    with clerk.running.hub.database.read() as session:
        return session.query(Reservation).one().id


def _step(clerk: Clerk, order_id: str, state: str) -> int:
    return clerk.fill_in(RESERVATIONS, {"state": state}, f"{RESERVATIONS}/{order_id}").status_code


def test_an_empty_day_says_so(sam: Clerk) -> None:
    assert "Heute ist nichts zurückgelegt oder bestellt." in sam.open(RESERVATIONS).text


def test_whoever_works_there_brings_an_order_on_and_sees_how_it_stands(sam: Clerk, mara: Clerk, anna: Shopper) -> None:
    reservation = _order(sam, anna, "store")
    pages = [mara.open(RESERVATIONS).text]
    for state in ("ready", "collected"):
        assert _step(mara, reservation, state) == 200
        pages.append(sam.open(RESERVATIONS).text)

    assert ["Zu tun" in page for page in pages] == [True, True, False]
    assert ["von sam" in pages[0], "von mara" in pages[2]] == [True, True]
    assert ("Liegt bereit" in pages[1], "Abgeholt" in pages[2]) == (True, True)


def test_who_comes_second_is_told_and_a_stranger_finds_nothing(sam: Clerk, otto: Clerk, anna: Shopper) -> None:
    reservation = _order(sam, anna, "reserve")

    assert _step(otto, reservation, "collected") == 404
    assert "Steinzeugbecher" not in otto.open(RESERVATIONS).text
    assert [_step(sam, reservation, state) for state in ("collected", "collected", "ready")] == [200, 200, 409]


def test_a_parcel_waits_for_her_address_which_goes_with_it(sam: Clerk, anna: Shopper) -> None:
    reservation = _order(sam, anna, "home")
    asked = sam.open(RESERVATIONS).text
    press(anna.browser, anna.open(), f"{COUNTER}/orders/{reservation}", address="Lindenweg 3")
    told = sam.open(RESERVATIONS).text
    _step(sam, reservation, "sent")

    assert ("Wartet auf die Anschrift" in asked, "Abgeschickt" in asked) == (True, False)
    assert "Lindenweg 3" in told
    assert "Lindenweg 3" not in sam.open(RESERVATIONS).text
    folder = sam.running.folder
    assert [file.name for file in folder.glob("hub.sqlite3*") if b"Lindenweg" in file.read_bytes()] == []


def test_what_nobody_came_for_can_go_back_on_the_shelf(sam: Clerk, anna: Shopper) -> None:
    _order(sam, anna, "reserve")
    sam.running.dial.turn(timedelta(days=3))
    sam.sign_in("sam")

    assert "Nicht abgeholt: Es kann zurück ins Regal" in sam.open(RESERVATIONS).text
