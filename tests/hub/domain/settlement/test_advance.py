from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.hub.domain.settlement.advance import advance_settlement, end_settlement
from kiosk.hub.domain.settlement.begin import PATIENCE
from kiosk.hub.payment.provider import ProviderSilent
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import Dial


def test_money_that_came_redeems_everything_once(till: PhoneTill, books: Books) -> None:
    till.put_pens()
    settlement_id = till.pay()
    for _ in range(2):
        assert advance_settlement(till.hub, settlement_id) is None

    assert (till.read_coupon(), till.look().lines) == ("redeemed", ())
    assert (books.read(till.key), books.read(till.key, "EUR")) == (75, 149)
    assert (books.read("moody", "EUR", "clearing"), books.read("full", "EUR", "sales")) == (7470, -8270)
    assert books.list_faults() == []


def test_what_was_declined_waits_for_another_try_and_what_is_ended_is_given_back(till: PhoneTill, books: Books) -> None:
    till.put_pens()
    settlement_id = till.begin()
    till.advance(settlement_id)
    till.provider.settle(settlement_id, "open", was_declined=True)

    assert till.advance(settlement_id) == "asked"
    assert till.read(settlement_id).was_declined
    end_settlement(till.hub, settlement_id)
    assert till.advance(settlement_id) == "released"
    assert (till.read_coupon(), books.read(till.key), books.read(till.key, "EUR")) == ("issued", 500, 300)
    assert till.pay()
    assert books.list_faults() == []


@pytest.mark.parametrize("state", ["approved", "processing"])
def test_what_was_paid_before_it_was_ended_stays_paid(till: PhoneTill, state: str) -> None:
    till.put_pens()
    settlement_id = till.begin()
    till.advance(settlement_id)
    till.provider.settle(settlement_id, "approved" if state == "approved" else "processing")
    end_settlement(till.hub, settlement_id)

    assert till.advance(settlement_id) == ("paid" if state == "approved" else "ending")


def test_a_question_that_was_lost_is_asked_again_and_takes_the_money_once(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.begin()
    till.provider.deaf = True
    with pytest.raises(ProviderSilent):
        till.advance(settlement_id)
    assert till.read(settlement_id).is_unclear
    till.provider.deaf = False

    assert till.advance(settlement_id) == "asked"
    assert not till.read(settlement_id).is_unclear


def test_an_answer_that_was_lost_is_looked_up_and_nothing_is_begun_twice(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.begin()
    till.provider.charges.clear()
    till.provider.mute = True
    for _ in range(2):
        with pytest.raises(ProviderSilent):
            till.advance(settlement_id)
    till.provider.mute = False
    till.provider.settle(settlement_id, "approved")

    assert till.advance(settlement_id) == "paid"
    assert till.provider.asked.count("begin") == 1


def test_what_nobody_pays_in_time_is_ended_and_what_is_unclear_is_kept(till: PhoneTill, dial: Dial) -> None:
    till.put_pens()
    settlement_id = till.begin()
    till.advance(settlement_id)
    dial.turn(PATIENCE)
    till.provider.mute = True
    for _ in range(2):
        with pytest.raises(ProviderSilent):
            till.advance(settlement_id)
        assert till.read_coupon() == "held"
        dial.turn(timedelta(days=3))
    till.provider.mute = False

    assert till.advance(settlement_id) == "released"


def test_what_the_provider_never_heard_of_is_given_back_in_time(till: PhoneTill, dial: Dial) -> None:
    till.put_pens()
    settlement_id = till.begin()
    dial.turn(PATIENCE)

    assert till.advance(settlement_id) == "released"
    assert till.provider.asked == ["look_up"]


def test_what_the_provider_refuses_is_given_back_at_once(till: PhoneTill) -> None:
    till.put_pens()
    till.provider.refuses = True

    assert till.advance(till.begin()) == "released"


def test_a_hub_without_the_provider_that_was_asked_waits_for_it(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.begin()
    till.hub = replace(till.hub, provider=None)
    with pytest.raises(ProviderSilent, match="serve the hub with it"):
        till.advance(settlement_id)

    assert till.read(settlement_id).state == "asked"
