from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.coupon_life import hold_coupon
from kiosk.hub.domain.benefits.sweep import keep_sweeping, sweep_coupons
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from tests.doubles.deadline import wait_until
from tests.hub.domain.benefits.books import Books
from tests.hub.running import A_HASH, NOW, Dial


def _keep(hub: Hub, *names: str) -> None:
    with hub.database.write() as session:
        offer = session.get_one(Offer, "o-mug")
        offer.valid_until, offer.budget = NOW + timedelta(hours=1), None
        session.flush()
        for name in names:
            keep_offer(hub, session, offer, Tap(name, "f", "uid", A_HASH, NOW, "de"))


def test_what_time_made_of_coupons_is_noted_though_nobody_touches_them(hub: Hub, books: Books, dial: Dial) -> None:
    _keep(hub, "a", "b")
    with hub.database.write() as session:
        hold_coupon(session, session.get_one(Bookmark, "b"), "x", hub.now())
    told = [books.read_coupons("o-mug")]
    for minutes in (15, 45):
        dial.turn(timedelta(minutes=minutes))
        sweep_coupons(hub)
        told.append(books.read_coupons("o-mug"))

    assert told == [{"issued": 1, "held": 1}, {"issued": 2}, {"expired": 2}]
    assert books.list_faults() == []


def test_many_are_noted_bit_by_bit_without_a_pause(hub: Hub, books: Books, dial: Dial) -> None:
    _keep(hub, *(f"b{number}" for number in range(203)))
    dial.turn(timedelta(hours=2))

    assert [sweep_coupons(hub) for _ in range(3)] == [0.0, 30.0, 30.0]
    assert books.read_coupons("o-mug") == {"expired": 203}


def test_it_goes_on_beside_what_is_asked_of_the_hub(hub: Hub, books: Books, dial: Dial) -> None:
    _keep(hub, "a")
    dial.turn(timedelta(hours=2))
    with keep_sweeping(hub):
        wait_until(lambda: books.read_coupons("o-mug") == {"expired": 1})
