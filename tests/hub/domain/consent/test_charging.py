"""Who is known by another key from now on allows it anew: no card stays without a consent, and none is another's."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING
from kiosk.hub.domain.consent.charging import end_charging
from kiosk.hub.domain.consent.rung_phone import know_phone
from kiosk.hub.domain.joining.account import Proof, enter_account
from kiosk.hub.domain.joining.attachment import attach_phone
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.domain.leaving.mandate import allow_charging, find_mandate
from kiosk.hub.domain.leaving.mandate_sweep import sweep_mandates
from kiosk.hub.domain.profile.merge import merge_members, undo_merge
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.merge import Merge
from kiosk.hub.models.settlement.mandate import Mandate
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.leaving.conftest import walker
from tests.hub.domain.leaving.walker import HIGHEST, Walker
from tests.hub.running import NOW

__all__ = ["walker"]
PHONE = "p" * 64


def sign_in(walker: Walker, session: Session) -> Account:
    """On the phone by which the store knew her until now."""
    account = enter_account(walker.hub, session, STORE, Proof("mara@example.com"), "en")
    attach_phone(walker.hub, session, account, PHONE)
    session.flush()
    return account


def meet_another(walker: Walker, session: Session) -> Member:
    """Another key, of whom nobody knows yet who she is."""
    other = Member(
        key="s_other", store_id=STORE, joined_at=NOW + timedelta(days=1), language="en", segments=[], person_key=None
    )
    session.add(other)
    session.flush()
    assert walker.key != other.key
    return other


def merge(walker: Walker, session: Session) -> Merge:
    merged = merge_members(walker.hub, session, walker.key, "s_other", ("user", "uid"))
    assert merged
    return merged


def expect_none(walker: Walker, count: int = 1) -> None:
    """Nobody allows it, every card is let go, and she read it."""
    sweep_mandates(walker.hub)
    with walker.hub.database.read() as session:
        rows = session.scalars(select(Mandate)).all()
        keys = session.scalars(select(Member.key)).all()
        assert [row.state for row in rows] == ["ended"] * count
        assert not any(is_given(session, key, CHARGE_ON_LEAVING) for key in keys)
    assert {one.state for one in walker.provider.means.values()} == {"ended"}
    assert ["paying as you leave is off now" in text for text in walker.list_told("paying")] == [True]


def test_who_signs_in_allows_it_anew_and_her_basket_comes_along(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    with walker.hub.database.write() as session:
        account = sign_in(walker, session)
        member = session.get_one(Member, account.member_key)

        assert find_mandate(session, member) is None
        assert session.scalars(select(Mandate.member_key)).all() == [member.key]
        assert session.get_one(Bookmark, walker.coupon).member_key == member.key
    expect_none(walker)


def test_who_has_an_account_already_takes_it_back_there_whoever_signs_in_on_her_phone(walker: Walker) -> None:
    with walker.hub.database.write() as session:
        session.add(Account(member_key=walker.key, store_id=STORE, opened_at=NOW, address="anna@example.com"))
    walker.allow()
    with walker.hub.database.write() as session:
        sign_in(walker, session)

        assert find_mandate(session, walker.get_member(session))
        attach_phone(walker.hub, session, session.get_one(Account, walker.key), PHONE)
        assert find_mandate(session, walker.get_member(session))


def test_a_phone_that_is_known_as_another_s_from_now_on_allows_it_no_more(walker: Walker) -> None:
    walker.allow()
    with walker.hub.database.write() as session:
        tap = Tap("another", "f", "uid", "b" * 64, walker.hub.now(), "en")
        bookmark = keep_offer(walker.hub, session, session.get_one(Offer, "o-mug"), tap)
        know_phone(walker.hub, session, bookmark, PHONE)
    expect_none(walker)


def test_a_phone_that_is_known_as_hers_once_more_changes_nothing(walker: Walker) -> None:
    walker.allow()
    with walker.hub.database.write() as session:
        know_phone(walker.hub, session, session.get_one(Bookmark, walker.coupon), PHONE)

        assert find_mandate(session, walker.get_member(session))


def merge_as_both_allow_it(walker: Walker, session: Session) -> None:
    """Both allowed it, and then they are one person."""
    other = session.get_one(Member, "s_other")
    assert allow_charging(walker.hub, session, other, Money(HIGHEST.amount, "EUR"))
    merge(walker, session)


@pytest.mark.parametrize(("step", "count"), [(merge, 1), (merge_as_both_allow_it, 2)])
def test_two_who_turn_out_to_be_one_allow_it_anew(
    walker: Walker, step: Callable[[Walker, Session], object], count: int
) -> None:
    walker.allow()
    with walker.hub.database.write() as session:
        meet_another(walker, session)
        step(walker, session)
    expect_none(walker, count)


def test_and_so_do_one_who_turn_out_to_be_two(walker: Walker) -> None:
    with walker.hub.database.write() as session:
        meet_another(walker, session)
        merged = merge(walker, session)
    walker.allow()
    with walker.hub.database.write() as session:
        assert undo_merge(walker.hub, session, session.get_one(Merge, merged.id), "mara")
    expect_none(walker)


def test_what_is_prepared_and_not_begun_is_not_charged_to_who_she_is_by_then(walker: Walker) -> None:
    walker.leave_unbegun()
    with walker.hub.database.write() as session:
        meet_another(walker, session)
        merge(walker, session)
    walker.leave(timedelta(minutes=1))

    assert walker.list_payments() == [("released", "exit")]
    assert "begin" not in walker.provider.asked


def test_who_allowed_nothing_reads_nothing(walker: Walker) -> None:
    with walker.hub.database.write() as session:
        assert not end_charging(walker.hub, session, walker.get_member(session))
    assert walker.list_told("paying") == []
