from dataclasses import replace

import pytest
import requests

from kiosk.hub.domain.settlement.advance import end_settlement
from kiosk.hub.domain.settlement.asking import read_charge
from kiosk.hub.payment.stripe_account import StripeAccount
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.payment.test_stripe_bell import SECRET, make_event, sign
from tests.hub.running import DEADLINE_S, RunningHub


@pytest.fixture
def till(running: RunningHub) -> PhoneTill:
    account = StripeAccount("sk_test_1", "pk_test_1", SECRET)
    till = PhoneTill(replace(running.hub, settings=replace(running.hub.settings, payment=account)), MoodyProvider())
    running.server.serve(till.hub)
    till.put_pens()
    return till


def ring(running: RunningHub, body: bytes, signature: str | None = None) -> int:
    headers = {"Stripe-Signature": sign(body) if signature is None else signature}
    return requests.post(f"{running.url}/v1/stripe", body, headers=headers, timeout=DEADLINE_S).status_code


def test_events_that_come_early_late_and_twice_pay_once(running: RunningHub, till: PhoneTill) -> None:
    settlement_id = till.begin()
    early = ring(running, make_event(settlement_id))
    till.provider.settle(settlement_id, "approved")
    answers = [ring(running, make_event(settlement_id)) for _ in range(3)]

    assert [early, *answers] == [202] * 4
    assert (till.read(settlement_id).state, till.read(settlement_id).number) == ("paid", 1)


def test_money_that_comes_for_one_that_was_let_go_goes_back(running: RunningHub, till: PhoneTill) -> None:
    settlement_id = till.begin()
    end_settlement(till.hub, settlement_id)
    assert till.advance(settlement_id) == "released"
    till.provider.begin(read_charge(till.read(settlement_id)))
    till.provider.settle(settlement_id, "approved")
    answers = [ring(running, make_event(settlement_id)) for _ in range(2)]

    assert answers == [202] * 2
    assert list(till.provider.given_back) == [f"late:{settlement_id}"]


def test_an_event_that_lies_pays_nothing(running: RunningHub, till: PhoneTill) -> None:
    settlement_id = till.begin()

    assert ring(running, make_event(settlement_id), sign(make_event(settlement_id), "forged")) == 401
    assert till.provider.asked == []
    assert ring(running, make_event(settlement_id)) == 202
    assert till.read(settlement_id).state == "asked"


def test_an_event_of_nobody_and_one_that_cannot_be_looked_up_change_nothing(
    running: RunningHub, till: PhoneTill
) -> None:
    settlement_id = till.begin()
    till.provider.deaf = True

    assert ring(running, make_event("none")) == 202
    assert ring(running, make_event(settlement_id)) == 202
    assert till.read(settlement_id).is_unclear


def test_a_hub_without_stripe_hears_none(running: RunningHub) -> None:
    assert ring(running, make_event()) == 404
