from dataclasses import replace
from decimal import Decimal

import pytest
import requests

from kiosk.contract.money import Money
from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.leaving.keeping import advance_mandate
from kiosk.hub.domain.leaving.mandate import allow_charging
from kiosk.hub.domain.settlement.advance import end_settlement
from kiosk.hub.domain.settlement.asking import read_charge
from kiosk.hub.models.settlement.mandate import Mandate
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


@pytest.fixture
def means(till: PhoneTill) -> str:
    """She lets herself be charged as she leaves, and has yet to name a card."""
    with till.hub.database.write() as session:
        mandate = allow_charging(till.hub, session, till.get_member(session), Money(Decimal(60), "EUR"))
        assert mandate
    advance_mandate(till.hub, mandate.id)
    return mandate.id


def read_state(till: PhoneTill, means: str) -> str:
    with till.hub.database.read() as session:
        return session.get_one(Mandate, means).state


def revoke(till: PhoneTill) -> None:
    with till.hub.database.write() as session:
        assert withdraw(till.hub, session, till.get_member(session), CHARGE_ON_LEAVING)


def test_a_card_that_was_named_is_kept_by_events_that_come_early_late_and_twice(
    running: RunningHub, till: PhoneTill, means: str
) -> None:
    early, state = ring(running, make_event(means)), read_state(till, means)
    till.provider.name_means(means)
    answers = [ring(running, make_event(means)) for _ in range(3)]

    assert ([early, *answers], state, read_state(till, means)) == ([202] * 4, "asked", "kept")


def test_an_event_that_lies_keeps_no_card(running: RunningHub, till: PhoneTill, means: str) -> None:
    till.provider.asked.clear()

    assert ring(running, make_event(means), sign(make_event(means), "forged")) == 401
    assert till.provider.asked == []


def test_what_is_set_up_only_after_she_took_it_back_is_let_go_by_the_event_that_tells_of_it(
    running: RunningHub, till: PhoneTill, means: str
) -> None:
    revoke(till)
    ring(running, make_event(means))
    ended = read_state(till, means)
    till.provider.name_means(means)
    for _ in range(2):
        ring(running, make_event(means))

    assert (ended, read_state(till, means)) == ("ended", "ended")
    assert till.provider.means[means].state == "ended"


def test_a_hub_without_stripe_hears_none(running: RunningHub) -> None:
    assert ring(running, make_event()) == 404
