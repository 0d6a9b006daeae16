import re
from dataclasses import replace

import pytest
import requests

from kiosk.hub.domain.settlement.training_till import TrainingTill
from kiosk.hub.pages.basket.button import name_way
from kiosk.hub.payment.stripe_account import StripeAccount
from kiosk.hub.sample.shop import STORE
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.pickup.orders import ADDRESS
from tests.hub.pages.basket.test_basket import BASKET, Buyer
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub


class Payer(Buyer):
    """She has a pen in her basket, and presses the buttons that pay for it."""

    def __init__(self, running: RunningHub) -> None:
        super().__init__(running)
        self.scan("4006381333931")

    def press_pay(self, page: requests.Response | None = None) -> requests.Response:
        (deal,) = re.findall(r'name="deal" value="(\w+)"', (page or self.look()).text)
        return self.pay_for(deal)

    def pay_for(self, deal: str, address: str = "") -> requests.Response:
        fields = {**read_fields(self.look()), "deal": deal, "address": address}
        return self.browser.post(f"{self.running.url}{BASKET}/pay?lang=en", fields, timeout=DEADLINE_S)

    def press_on(self, page: requests.Response, path: str, **fields: str) -> requests.Response:
        address = page.url.split("?")[0] + path + "?lang=en"
        return self.browser.post(address, {**read_fields(page), **fields}, timeout=DEADLINE_S)

    def go(self, page: requests.Response, path: str = "") -> requests.Response:
        return self.browser.get(page.url.split("?")[0] + path + "?lang=en", timeout=DEADLINE_S)


@pytest.fixture
def provider(running: RunningHub) -> MoodyProvider:
    provider = MoodyProvider()
    running.hub = replace(running.hub, provider=provider)
    running.server.serve(running.hub)
    return provider


@pytest.fixture
def training(running: RunningHub) -> RunningHub:
    running.hub = replace(running.hub, provider=TrainingTill(running.hub.database, running.hub.now))
    running.server.serve(running.hub)
    return running


def test_she_pays_at_the_training_till_without_a_script(training: RunningHub) -> None:
    with Payer(training) as anna:
        page = anna.press_pay()
        answered = anna.press_on(anna.go(page, "/training"), "", answer="approve")

        assert "Go on to pay" in page.text
        assert "Paid, thank you" in answered.text
        assert "€2.00" in answered.text
        assert "Nothing in it yet." in anna.look().text


def test_what_is_declined_can_be_tried_again_or_called_off(training: RunningHub) -> None:
    with Payer(training) as anna:
        page = anna.press_pay()
        declined = anna.press_on(anna.go(page, "/training"), "", answer="decline")
        ended = anna.press_on(page, "/end")

        assert "nothing was taken" in declined.text
        assert "Not paid" in ended.text
        assert "Pay €2.00" in anna.look().text


def test_while_it_is_paid_each_of_her_devices_shows_that(training: RunningHub) -> None:
    with Payer(training) as anna:
        basket = anna.look()
        page = anna.press_pay()

        assert anna.look().url == page.url
        assert "Your basket is being paid for." in anna.scan("4006381333931", basket).text
        assert anna.press_pay(basket).url == page.url


def test_a_forged_or_an_old_deal_is_not_paid_and_the_basket_is_shown_anew(training: RunningHub) -> None:
    with Payer(training) as anna:
        old = anna.look()
        anna.scan("4006381333931")
        forged, stale = anna.pay_for("0" * 64), anna.press_pay(old)

        assert (forged.status_code, stale.status_code) == (409, 409)
        assert "look once more" in stale.text
        assert "Pay €4.00" in stale.text


def test_a_provider_that_says_nothing_is_told_of_calmly_and_nothing_is_paid_twice(
    running: RunningHub, provider: MoodyProvider
) -> None:
    with Payer(running) as anna:
        provider.mute = True
        page = anna.press_pay()
        provider.mute = False
        provider.settle(next(iter(provider.charges)), "approved")

        assert "Please do not pay again" in page.text
        assert "Paid, thank you" in anna.go(page).text
        assert provider.asked.count("begin") == 1


def test_a_payment_that_the_provider_refuses_to_tell_of_says_so_everywhere_and_what_to_do(
    running: RunningHub, provider: MoodyProvider
) -> None:
    with Payer(running) as anna:
        page = anna.press_pay()
        provider.forgotten = set(provider.charges)
        told = [anna.go(page), anna.look(), anna.press_on(page, "/end")]

        assert [(one.status_code, "come to the till" in one.text) for one in told] == [(200, True)] * 3


def test_no_card_is_asked_for_once_another_device_called_it_off(running: RunningHub, provider: MoodyProvider) -> None:
    account = StripeAccount("sk_test_x", "pk_test_x", "whsec_x")
    running.hub = replace(running.hub, settings=replace(running.hub.settings, payment=account))
    running.server.serve(running.hub)
    with Payer(running) as anna:
        first = anna.press_pay()
        provider.charges.clear()
        provider.meanwhile["begin"] = lambda: anna.press_on(first, "/end")
        late = anna.go(first)

        assert ("data-secret" in first.text, "data-secret" in late.text) == (True, False)
        assert "Not paid" in anna.go(first).text


def test_a_payment_that_takes_its_time_says_so(running: RunningHub, provider: MoodyProvider) -> None:
    with Payer(running) as anna:
        page = anna.press_pay()
        provider.settle(next(iter(provider.charges)), "processing")

        assert "Your bank is confirming it" in anna.go(page).text


def test_nobody_else_sees_her_payment(training: RunningHub, stranger: requests.Session) -> None:
    with Payer(training) as anna:
        page = anna.press_pay()

        assert stranger.get(page.url, timeout=DEADLINE_S).status_code == 401
        assert anna.browser.get(f"{training.url}{BASKET}/pay/none", timeout=DEADLINE_S).status_code == 404


def test_a_store_that_takes_no_money_on_phones_says_where_to_pay(running: RunningHub) -> None:
    with Payer(running) as anna:
        assert "Show this page at the till" in anna.look().text
        assert f"/basket/{STORE}/pay" not in anna.look().text


def test_what_comes_home_asks_where_that_is_and_a_refusal_loses_nothing_that_was_typed(training: RunningHub) -> None:
    with Payer(training) as anna:
        ((line, *_),) = anna.list_lines()
        taken, brought = anna.look(), anna.push(name_way(line, "home"))
        (deal,) = re.findall(r'name="deal" value="(\w+)"', brought.text)
        missing, stale = anna.pay_for(deal), anna.pay_for("0" * 64, ADDRESS)
        paid = anna.pay_for(deal, ADDRESS)

        assert ('id="address"' in taken.text, 'id="address"' in brought.text) == (False, True)
        assert (missing.status_code, "Where may we deliver it?" in missing.text) == (422, True)
        assert (stale.status_code, ADDRESS.strip() in stale.text) == (409, True)
        assert "Go on to pay" in paid.text


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("pick_up", ["Some of it you pick up at the pick-up desk."]),
        ("home", ["Some of it is delivered to you."]),
        ("take", []),
    ],
)
def test_what_is_paid_and_comes_later_is_said_and_leads_to_her_orders(
    training: RunningHub, way: str, told: list[str]
) -> None:
    with Payer(training) as anna:
        ((line, *_),) = anna.list_lines()
        anna.push(name_way(line, way))
        (deal,) = re.findall(r'name="deal" value="(\w+)"', anna.look().text)
        page = anna.pay_for(deal, ADDRESS)
        paid = anna.press_on(anna.go(page, "/training"), "", answer="approve")
        led = re.findall(r'href="(/pickups/[^"]+)">Your pick-ups and deliveries<', paid.text)
        opened = [anna.browser.get(training.url + href, timeout=DEADLINE_S).text for href in led]

        assert re.findall(r"Some of it [^.]+\.", page.text) == []
        assert re.findall(r"Some of it [^.]+\.", paid.text) == told
        assert [("Pen" in one, "Nothing waits" in one) for one in opened] == [(True, False)] * len(told)
