import pytest
from sqlalchemy import select

from kiosk.hub.models.handshake.reservation import LONGEST_VARIANT, Reservation
from tests.hub.console.clerk import Clerk, read_fields
from tests.hub.console.tablet.customers import meet, read_order_link
from tests.hub.counter import Shopper


def _list(clerk: Clerk) -> list[Reservation]:
    with clerk.running.hub.database.read() as session:
        return list(session.scalars(select(Reservation)))


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("reserve", "Zurückgelegt. Sie liest es"),
        ("store", "Bestellt. Sie liest es"),
        ("home", "Sie gibt auf ihrem Handy an"),
    ],
)
def test_each_way_is_entered_once_however_often_it_is_sent(sam: Clerk, anna: Shopper, way: str, said: str) -> None:
    link = read_order_link(sam, meet(sam, anna))
    fields = {**read_fields(sam.open(link)), "way": way, "variant": " Größe\t38 "}
    pages = [sam.send(link, fields) for _ in range(2)]
    (reservation,) = _list(sam)

    assert [said in page.text for page in pages] == [True, True]
    assert (reservation.way, reservation.variant, reservation.clerk) == (way, "Größe 38", "sam")
    assert ("Größe 38" in anna.open().text, reservation.number in anna.open().text) == (True, True)


def test_a_time_that_is_none_or_past_or_far_is_told_and_what_was_typed_stays(sam: Clerk, anna: Shopper) -> None:
    link = read_order_link(sam, meet(sam, anna))
    fields = {**read_fields(sam.open(link)), "way": "reserve", "variant": "Größe 38"}
    pages = [
        sam.send(link, {**fields, "until": until}) for until in ("gestern", "2026-11-22T09:00", "2027-11-22T09:00")
    ]

    assert [(page.status_code, "Geben Sie eine Zeit an" in page.text) for page in pages] == [(400, True)] * 3
    assert ['value="Größe 38"' in page.text for page in pages] == [True] * 3
    assert _list(sam) == []


def test_an_odd_way_is_refused_and_a_long_wish_is_cut(sam: Clerk, anna: Shopper) -> None:
    link = read_order_link(sam, meet(sam, anna))
    odd = sam.fill_in(link, {"way": "drone"})
    sam.fill_in(link, {"way": "store", "variant": "x" * 999})

    assert odd.status_code == 400
    assert [len(reservation.variant) for reservation in _list(sam)] == [LONGEST_VARIANT]


def test_once_she_ended_it_nothing_is_ordered_any_more(sam: Clerk, anna: Shopper) -> None:
    link = read_order_link(sam, meet(sam, anna))
    fields = {**read_fields(sam.open(link)), "way": "store"}
    anna.end()

    assert sam.send(link, fields).status_code == 410
    assert _list(sam) == []
