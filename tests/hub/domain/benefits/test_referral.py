from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.purchase import note_purchase
from kiosk.hub.domain.benefits.referral import confirm_referral, enter_code, give_code
from kiosk.hub.domain.kept.redemption import redeem_bookmark
from kiosk.hub.domain.profile.merge import merge_members
from kiosk.hub.domain.redeem_code import format_code
from kiosk.hub.domain.settlement.closing import name_sale
from kiosk.hub.models.benefits.referral import find_referral
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.benefits.own_page import keep_with_card, open_in, read_messages
from tests.hub.running import NOW, Dial

PAID = Money(Decimal("9.90"), "EUR")


def _add_friend(session: Session, key: str) -> Member:
    member = Member(key=key, store_id=STORE, joined_at=NOW, language="de", segments=[])
    session.add(member)
    session.flush()
    return member


def _enter(hub: Hub, friend: str, referrer: str) -> str:
    """`ok`, or why it does not count."""
    with hub.database.write() as session:
        code = give_code(hub, session, session.get_one(Member, referrer))
    try:
        with hub.database.write() as session:
            row = session.get(Member, friend) or _add_friend(session, friend)
            enter_code(hub, session, row, format_code(code).lower())
    except Problem as problem:
        return problem.code
    return "ok"


def test_a_member_has_one_code(hub: Hub, anna: str) -> None:
    with hub.database.write() as session:
        codes = [give_code(hub, session, session.get_one(Member, anna)) for _ in range(2)]

    assert codes[0] == codes[1]


def test_a_friends_first_purchase_pays_who_sent_her_once_and_thanks_her(
    hub: Hub, books: Books, anna: str, dora: str
) -> None:
    open_in(hub, keep_with_card(hub, anna, "a"), "phone", is_hers=True)
    assert _enter(hub, dora, anna) == "ok"
    assert books.read(anna) == 0
    for name in ("d1", "d2"):
        keep_with_card(hub, dora, name)
        with hub.database.write() as session:
            redeem_bookmark(hub, session, session.get_one(Bookmark, name))
    with hub.database.write() as session:
        confirm_referral(hub, session, dora, "receipt:till-1:r")

    assert books.read(anna) == 100
    assert "auf Ihre Empfehlung" in read_messages(hub, "a")[-1]


def test_the_same_code_again_changes_nothing_and_another_is_refused(hub: Hub, anna: str, dora: str) -> None:
    assert [_enter(hub, "friend", who) for who in (anna, anna, dora)] == ["ok", "ok", "referral_was_referred"]


def test_nobodys_code_is_refused(hub: Hub, anna: str) -> None:
    with pytest.raises(Problem) as refused, hub.database.write() as session:
        enter_code(hub, session, session.get_one(Member, anna), "0000 0000")

    assert refused.value.code == "referral_unknown"


def test_her_own_code_is_refused(hub: Hub, anna: str) -> None:
    assert _enter(hub, anna, anna) == "referral_own_code"


def test_who_bought_before_is_not_new(hub: Hub, anna: str, dora: str) -> None:
    keep_with_card(hub, dora, "d")
    with hub.database.write() as session:
        redeem_bookmark(hub, session, session.get_one(Bookmark, "d"))

    assert _enter(hub, dora, anna) == "referral_not_new"


def test_who_paid_for_a_basket_on_her_phone_is_not_new(hub: Hub, anna: str, dora: str) -> None:
    with hub.database.write() as session:
        note_purchase(hub, session, dora, name_sale("s-1"), PAID)

    assert _enter(hub, dora, anna) == "referral_not_new"


def test_what_was_bought_under_another_key_of_hers_counts(hub: Hub, anna: str, dora: str) -> None:
    with hub.database.write() as session:
        note_purchase(hub, session, dora, "receipt:till-1:r", PAID)
        _add_friend(session, "s_friend")
        merge_members(hub, session, dora, "s_friend", ("email",))

    assert _enter(hub, "s_friend", anna) == "referral_not_new"


def test_a_recommendation_counts_by_whichever_key_of_hers_she_buys_and_once(
    hub: Hub, books: Books, anna: str, dora: str
) -> None:
    assert _enter(hub, "s_friend", anna) == "ok"
    with hub.database.write() as session:
        merge = merge_members(hub, session, dora, "s_friend", ("email",))
        assert merge
        for key, receipt in ((merge.winner_key, "r-1"), (merge.loser_key, "r-2")):
            note_purchase(hub, session, key, f"receipt:till-1:{receipt}", PAID)

    assert books.read(anna) == 100
    assert _enter(hub, dora, anna) == "ok"  # the same code again changes nothing


def test_nobody_recommends_the_store_to_another_key_of_her_own(hub: Hub, anna: str, dora: str) -> None:
    with hub.database.write() as session:
        merge_members(hub, session, anna, dora, ("email",))

    assert _enter(hub, dora, anna) == "referral_own_code"


def test_a_circle_is_refused_however_long_it_is(hub: Hub, anna: str) -> None:
    assert [_enter(hub, "b", anna), _enter(hub, "c", "b"), _enter(hub, "d", "c")] == ["ok"] * 3
    assert _enter(hub, anna, "d") == "referral_circle"


def test_two_who_use_one_browser_do_not_recommend_to_each_other(hub: Hub, anna: str, dora: str) -> None:
    open_in(hub, keep_with_card(hub, anna, "a"), "one-phone", is_hers=True)
    open_in(hub, keep_with_card(hub, dora, "d"), "one-phone", is_hers=False)

    assert _enter(hub, dora, anna) == "referral_same_hands"


def test_more_friends_in_a_day_than_the_programme_says_do_not_count(hub: Hub, dial: Dial, anna: str) -> None:
    told = [_enter(hub, f"friend-{number}", anna) for number in range(4)]
    dial.turn(timedelta(days=1, seconds=1))

    assert told == ["ok", "ok", "ok", "referral_too_many"]
    assert _enter(hub, "friend-5", anna) == "ok"


def test_a_refused_code_leaves_nothing(hub: Hub, anna: str) -> None:
    _enter(hub, anna, anna)
    with hub.database.read() as session:
        assert find_referral(session, anna) is None
