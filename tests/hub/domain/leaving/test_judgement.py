"""Whatever is unclear as she leaves: nothing is charged, and she is asked once, with the reason."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import get_args

import pytest

from kiosk.contract.money import Money
from kiosk.contract.shopper import PROXIMITY
from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.visit.doubt import Doubt
from kiosk.hub.domain.visit.visit import PATIENCE
from kiosk.hub.fiscal.choice import Fiscal
from kiosk.hub.models.members.consent import Consent, give_consent
from kiosk.hub.text.leaving_words import choose_leaving_words
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.leaving.unclear import (
    AT_A_TILL,
    AT_THE_SHELF,
    Step,
    be_in_doubt,
    pay_with_points,
    set_settings,
    show_card,
    show_receipt,
)
from tests.hub.domain.leaving.walker import Walker
from tests.hub.running import NOW


def expect_asked(walker: Walker, doubt: Doubt) -> None:
    """Nothing was charged, and she was asked for this reason, once."""
    assert [how for _, how in walker.list_payments() if how] == []
    assert "begin" not in walker.provider.asked
    told = [text for text in walker.list_told() if "charged nothing" in text]
    assert [choose_leaving_words("en").doubts[doubt] in text for text in told] == [True]


@pytest.mark.parametrize("doubt", AT_THE_SHELF)
def test_whatever_is_unclear_she_is_asked_and_reads_why(walker: Walker, doubt: Doubt) -> None:
    walker.allow()
    walker.shop()
    AT_THE_SHELF[doubt](walker)
    walker.walk_out()

    expect_asked(walker, doubt)


@pytest.mark.parametrize("provider", [None, "another"])
def test_without_the_provider_that_keeps_her_card_she_is_asked(walker: Walker, provider: str | None) -> None:
    walker.allow()
    walker.shop()
    walker.hub = replace(walker.hub, provider=replace(walker.provider, name=provider) if provider else None)
    walker.walk_out()

    expect_asked(walker, "off")


@pytest.mark.parametrize(("fiscal", "charged"), [("training", 0), ("none", 1), ("our_tse:open_signer", 1)])
def test_real_money_is_charged_only_where_the_sale_needs_no_signature_that_is_missing(
    walker: Walker, fiscal: str, charged: int
) -> None:
    walker.provider.is_live = True
    set_settings(fiscal=Fiscal(fiscal))(walker)
    walker.allow()
    walker.shop()
    walker.walk_out()

    assert len(walker.list_payments()) == charged
    if not charged:
        expect_asked(walker, "off")


def test_who_was_only_silent_may_as_well_sit_in_the_cafe(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.leave(PATIENCE)

    expect_asked(walker, "unseen")


def test_who_came_back_from_the_door_has_not_left_by_it(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.pass_exit()
    walker.dial.turn(timedelta(minutes=2))
    walker.put(Add(PEN))
    walker.leave()
    still_there = (walker.list_payments(), walker.list_told())
    walker.leave(PATIENCE)

    assert still_there == ([], [])
    expect_asked(walker, "unseen")


def test_a_beacon_that_is_not_allowed_any_more_says_nothing_of_the_door(walker: Walker) -> None:
    walker.allow()
    with walker.hub.database.write() as session:
        member = walker.get_member(session)
        consent = Consent(
            member_key=member.key, purpose=PROXIMITY, given_at=NOW, text_version="2026-11", source="phone"
        )
        give_consent(session, member, consent)
    walker.shop()
    walker.pass_exit()
    with walker.hub.database.erase() as session:
        assert withdraw(walker.hub, session, walker.get_member(session), PROXIMITY)
    walker.leave(PATIENCE)

    expect_asked(walker, "unseen")


@pytest.mark.parametrize(
    ("highest", "doubt"),
    [(Money(Decimal("22.89"), "EUR"), "over_limit"), (Money(Decimal(150), "CHF"), "other_currency")],
)
def test_what_the_store_lowered_its_highest_limit_to_holds_for_who_allowed_more_before(
    walker: Walker, highest: Money, doubt: Doubt
) -> None:
    walker.allow("60")
    walker.shop()
    set_settings(charge_on_leaving=highest)(walker)
    walker.walk_out()

    expect_asked(walker, doubt)


def test_what_lay_there_before_she_came_is_unclear(walker: Walker) -> None:
    walker.allow()
    walker.put(Add(PEN))
    walker.dial.turn(timedelta(minutes=1))
    walker.come_in()
    walker.put(Add(PEN))
    walker.walk_out()

    expect_asked(walker, "packed_before")


def test_one_charge_a_day_is_all_that_is_done_by_itself(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.walk_out()
    walker.shop()
    walker.provider.asked.clear()
    walker.walk_out()

    assert walker.list_payments() == [("paid", "exit")]
    assert choose_leaving_words("en").doubts["charged_today"] in walker.list_told()[-1]


@pytest.mark.parametrize("step", AT_A_TILL)
def test_what_came_by_a_till_since_she_came_in_may_be_what_lies_in_her_basket(walker: Walker, step: Step) -> None:
    walker.allow()
    walker.shop()
    step(walker)
    walker.walk_out()

    expect_asked(walker, "at_a_till")


@pytest.mark.parametrize("step", [show_receipt, show_card, pay_with_points])
def test_what_she_bought_at_a_till_well_before_she_came_in_leaves_nothing_unclear(walker: Walker, step: Step) -> None:
    walker.allow()
    step(walker)
    walker.dial.turn(timedelta(minutes=20))
    walker.shop()
    walker.walk_out()

    assert walker.list_payments() == [("paid", "exit")]


def test_who_has_a_payment_in_doubt_is_not_charged_for_another(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.pay()
    be_in_doubt(walker)
    walker.provider.asked.clear()
    walker.shop()
    walker.walk_out()

    expect_asked(walker, "in_doubt")


def test_while_she_pays_herself_on_another_phone_nothing_is_charged_and_nothing_asked(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.begin()
    walker.pass_exit()
    walker.leave()

    assert [how for _, how in walker.list_payments()] == [None]
    assert walker.list_told() == []


def test_every_reason_is_met_by_a_test(walker: Walker) -> None:
    elsewhere = {"unseen", "late", "in_doubt", "charged_today", "at_a_till", "packed_before", "other_sum", "declined"}
    elsewhere |= {"screen_silent", "untold"}

    assert AT_THE_SHELF.keys() | elsewhere == set(get_args(Doubt))
    assert walker.list_payments() == []
