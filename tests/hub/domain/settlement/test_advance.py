from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.settlement.advance import advance_settlement, end_settlement
from kiosk.hub.domain.settlement.begin import PATIENCE
from kiosk.hub.domain.settlement.pace import AFTERWARDS, UNDER_WAY
from kiosk.hub.payment.provider import ProviderSilent
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.benefits.books import Books
from tests.hub.domain.member_data.known_well import read_all
from tests.hub.domain.pickup.orders import ADDRESS
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


def test_what_the_provider_refuses_to_tell_of_is_asked_again_and_somebody_is_told(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.begin()
    till.advance(settlement_id)
    till.provider.forgotten = {settlement_id}
    for is_called_off in (False, True):
        if is_called_off:
            end_settlement(till.hub, settlement_id)
        with pytest.raises(ProviderSilent, match="look at its account and keys: resource_missing"):
            till.advance(settlement_id)
        row = till.read(settlement_id)
        assert (row.trouble, row.is_unclear, (row.look_at or row.made_at) > till.hub.now()) == ("refused", True, True)
    till.provider.forgotten = set()

    assert till.advance(settlement_id) == "released"
    assert till.read(settlement_id).trouble == ""


def test_what_was_called_off_while_it_was_looked_up_is_begun_no_more(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.begin()
    till.provider.meanwhile["look_up"] = lambda: _call_off(till, settlement_id)
    with pytest.raises(ProviderSilent, match="called off just now"):
        till.advance(settlement_id)

    assert (till.read(settlement_id).state, till.provider.charges) == ("released", {})


def test_what_may_be_on_its_way_to_the_provider_is_waited_for_before_anything_is_given_back(till: PhoneTill) -> None:
    till.put_pens()
    settlement_id = till.begin()
    till.provider.meanwhile["begin"] = lambda: _call_off(till, settlement_id)
    till.advance(settlement_id)

    assert (till.read(settlement_id).state, till.read_coupon()) == ("ending", "held")
    assert till.advance(settlement_id) == "released"
    assert till.provider.charges[settlement_id].state == "ended"


def test_what_was_lost_on_its_way_is_given_back_a_little_later_and_looked_at_once_more(
    till: PhoneTill, dial: Dial
) -> None:
    till.put_pens()
    settlement_id = till.begin()
    till.provider.meanwhile["begin"] = lambda: setattr(till.provider, "deaf", True)
    till.provider.mute = True
    with pytest.raises(ProviderSilent):
        till.advance(settlement_id)
    till.provider.charges.clear()
    till.provider.deaf = till.provider.mute = False
    _call_off(till, settlement_id)
    assert till.read(settlement_id).state == "ending"
    dial.turn(UNDER_WAY)

    assert till.advance(settlement_id) == "released"
    assert till.read(settlement_id).look_at == till.hub.now() + AFTERWARDS


@pytest.mark.sqlite
def test_where_it_was_to_be_brought_goes_with_the_payment_out_of_every_file(till: PhoneTill, tmp_path: Path) -> None:
    till.put(Add(PEN, "home"))
    settlement_id = till.begin(address=ADDRESS)
    till.advance(settlement_id)
    before = read_all(tmp_path)
    _call_off(till, settlement_id)

    assert ADDRESS.splitlines()[0].encode() in before
    assert till.read(settlement_id).state == "released"
    assert ADDRESS.splitlines()[0].encode() not in read_all(tmp_path)


def _call_off(till: PhoneTill, settlement_id: str) -> None:
    end_settlement(till.hub, settlement_id)
    with suppress(ProviderSilent):
        till.advance(settlement_id)
