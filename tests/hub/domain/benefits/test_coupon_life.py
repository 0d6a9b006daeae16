from collections.abc import Callable
from datetime import timedelta

import msgspec
import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.coupon_life import (
    age_coupon,
    count_taken,
    hold_coupon,
    let_go_coupon,
    read_state,
    redeem_coupon,
    release_coupon,
)
from kiosk.hub.domain.benefits.programme import Coupons, Programme
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.benefits.programme import set_programme
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.benefits.books import Books
from tests.hub.running import A_HASH, NOW

A_DAY = timedelta(days=1)


def _keep(hub: Hub, name: str = "b") -> None:
    with hub.database.write() as session:
        keep_offer(hub, session, session.get_one(Offer, "o-mug"), Tap(name, "f", "uid", A_HASH, NOW, "de"))


def _end_offer(hub: Hub, days: int) -> None:
    with hub.database.write() as session:
        session.get_one(Offer, "o-mug").valid_until = NOW + timedelta(days=days)


def test_what_is_kept_is_issued_held_and_redeemed_from_account_to_account(hub: Hub, books: Books) -> None:
    _keep(hub)
    states = [books.read_coupons("o-mug")]
    acts: tuple[Callable[[Session, Bookmark], bool], ...] = (
        lambda session, row: hold_coupon(session, row, "x", NOW),
        lambda session, row: let_go_coupon(session, row, "x", NOW),
        lambda session, row: redeem_coupon(session, row, None, NOW),
    )
    for act in acts:
        for expected in (True, False):
            with hub.database.write() as session:
                assert act(session, session.get_one(Bookmark, "b")) is expected
        states.append(books.read_coupons("o-mug"))

    assert states == [{"issued": 1}, {"held": 1}, {"issued": 1}, {"redeemed": 1}]
    assert books.list_faults() == []


def test_what_is_given_back_is_the_budgets_again(hub: Hub, books: Books) -> None:
    _keep(hub, "a")
    _keep(hub, "b")
    with hub.database.write() as session:
        assert release_coupon(session, session.get_one(Bookmark, "a"), NOW)
        assert not release_coupon(session, session.get_one(Bookmark, "a"), NOW)
        taken = count_taken(session, STORE, ["o-mug", "o-lamp"])

    assert (taken, books.read_coupons("o-mug")) == ({"o-mug": 1}, {"issued": 1, "released": 1})


@pytest.mark.parametrize(
    ("days_of_offer", "days_of_programme", "days"),
    [(2, None, 2), (9, 3, 3), (2, 3, 2), (None, 3, 3), (None, None, None)],
)
def test_it_is_good_as_long_as_the_offer_or_shorter_by_the_programme(
    hub: Hub, days_of_offer: int | None, days_of_programme: int | None, days: int | None
) -> None:
    with hub.database.write() as session:
        stated = msgspec.to_builtins(Programme(coupons=Coupons(days=days_of_programme)))
        set_programme(session, STORE, stated, NOW)
    if days_of_offer:
        _end_offer(hub, days_of_offer)
    _keep(hub)
    with hub.database.read() as session:
        assert session.get_one(Bookmark, "b").expires_at == (NOW + days * A_DAY if days else None)


def test_what_expired_is_told_so_before_and_after_it_was_noted(hub: Hub, books: Books) -> None:
    _end_offer(hub, 1)
    _keep(hub)
    with hub.database.write() as session:
        row = session.get_one(Bookmark, "b")
        told = [read_state(row, NOW), read_state(row, NOW + A_DAY)]
        age_coupon(session, row, NOW + A_DAY)
        told.append(read_state(row, NOW))

    assert told == ["issued", "expired", "expired"]
    assert books.read_coupons("o-mug") == {"expired": 1}


def test_nobody_redeems_what_expired_though_nobody_noted_that_yet(hub: Hub, books: Books) -> None:
    _end_offer(hub, 1)
    _keep(hub)
    with pytest.raises(Problem) as refused, hub.database.write() as session:
        redeem_coupon(session, session.get_one(Bookmark, "b"), None, NOW + A_DAY)

    assert (refused.value.code, books.list_faults()) == ("coupon_expired", [])


def test_a_hold_that_lapsed_gives_way_to_another_basket(hub: Hub, books: Books) -> None:
    _keep(hub)
    with hub.database.write() as session:
        row = session.get_one(Bookmark, "b")
        hold_coupon(session, row, "first", NOW)
        with pytest.raises(Problem, match="Another basket"):
            hold_coupon(session, row, "second", NOW + timedelta(minutes=14))
        assert hold_coupon(session, row, "second", NOW + timedelta(minutes=15))
        assert not let_go_coupon(session, row, "first", NOW + timedelta(minutes=16))
        assert row.hold == "second"

    assert (books.read_coupons("o-mug"), books.list_faults()) == ({"held": 1}, [])
