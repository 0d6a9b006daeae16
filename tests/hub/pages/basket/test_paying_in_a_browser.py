"""Paying in a real Chromium: with a card at localstripe, which stands in for Stripe, and at the training till."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kiosk.hub.pages.basket.button import name_way
from kiosk.hub.payment.stripe_provider import StripeProvider
from tests.doubles.axe import list_violations
from tests.doubles.chromium import DEADLINE_MS, open_chromium, sticks_out
from tests.doubles.localstripe import LocalStripe, start_localstripe
from tests.hub.pages.basket.test_basket import BASKET, Buyer
from tests.hub.pages.basket.test_paying import Payer, provider, training
from tests.hub.running import RunningHub

__all__ = ["provider", "training"]
ASKS_ITS_OWNER = "4000002500003155"
WIDTHS = (360, 1440)


def open_page(chromium: Browser, anna: Buyer, width: int = 360) -> Page:
    """A window on her phone, which the store knows by the same cookies."""
    context = chromium.new_context(locale="de-DE", viewport={"width": width, "height": 800})
    context.add_cookies(
        [{"name": one.name, "value": one.value or "", "url": anna.running.url} for one in anna.browser.cookies]
    )
    page = context.new_page()
    page.set_default_timeout(DEADLINE_MS)
    return page


def look_at(page: Page, anna: Buyer) -> None:
    """At both widths it fits, and axe-core has nothing to say."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert not sticks_out(page), (page.url, width)
        assert list_violations(page) == [], (page.url, width)
    page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    assert anna.running.url in page.url


@pytest.mark.allow_log("urllib3.connectionpool: Retrying")  # it waits for localstripe to come up
def test_a_card_is_told_to_stripe_alone_which_asks_its_owner(running: RunningHub, tmp_path: Path) -> None:
    with start_localstripe(tmp_path) as stripe, Payer(running) as anna, open_chromium() as chromium:
        serve_stripe(running, stripe)
        paying = anna.press_pay()
        (charge,) = stripe.ask("GET", "/v1/payment_intents")["data"]
        stripe.pay(charge["id"], ASKS_ITS_OWNER)
        page, said = open_page(chromium, anna), list[str]()
        page.on("console", lambda message: said.append(message.text))
        page.goto(paying.url.split("?")[0] + "?lang=de")
        expect(page.get_by_role("button", name="2,00\N{NO-BREAK SPACE}€ bezahlen")).to_be_visible()
        page.get_by_role("button", name="2,00\N{NO-BREAK SPACE}€ bezahlen").click()
        page.get_by_role("button", name="Complete authentication").click()

        expect(page.get_by_role("heading", name="Bezahlt, vielen Dank")).to_be_visible()
        assert [text for text in said if "Content Security Policy" in text] == []


def serve_stripe(running: RunningHub, stripe: LocalStripe) -> None:
    settings = replace(running.hub.settings, payment=stripe.account)
    running.hub = replace(running.hub, settings=settings, provider=StripeProvider(stripe.account))
    running.server.serve(running.hub)


def press_text(page: Page, name: str) -> None:
    """A button or a link, by what it says."""
    page.get_by_text(name, exact=True).click()


def test_every_page_of_a_payment_fits_and_reads_well(training: RunningHub) -> None:
    with Payer(training) as anna, open_chromium() as chromium:
        page = open_page(chromium, anna)
        page.goto(f"{training.url}{BASKET}?lang=de")
        press = partial(press_text, page)
        look_at(page, anna)
        for name in (
            "2,00\N{NO-BREAK SPACE}€ bezahlen",
            "Weiter zur Zahlung",
            "Zahlung ablehnen",
            "Weiter zur Zahlung",
        ):
            press(name)
            page.wait_for_load_state()
            look_at(page, anna)
        press("Zahlung annehmen")
        expect(page.get_by_role("heading", name="Bezahlt, vielen Dank")).to_be_visible()
        look_at(page, anna)
        press("Kassenbon")
        expect(page.get_by_role("heading", name="Kassenbon")).to_be_visible()
        look_at(page, anna)


def test_another_device_that_scans_meanwhile_is_led_to_the_payment(training: RunningHub) -> None:
    with Payer(training) as anna, open_chromium() as chromium:
        page = open_page(chromium, anna)
        page.goto(f"{training.url}{BASKET}?lang=de")
        expect(page.get_by_role("heading", name="Pen")).to_be_visible()
        anna.press_pay()

        expect(page.get_by_role("heading", name="Bezahlen", exact=True)).to_be_visible()


def test_an_address_that_is_half_typed_outlives_what_another_phone_of_hers_changes(training: RunningHub) -> None:
    with Payer(training) as anna, open_chromium() as chromium:
        ((line, *_),) = anna.list_lines()
        anna.push(name_way(line, "home"))
        page = open_page(chromium, anna)
        page.goto(f"{training.url}{BASKET}?lang=de")
        address = page.get_by_label("Name und Anschrift für die Lieferung")
        address.fill("Anna Ar")
        anna.scan("4006381333931")

        expect(page.locator("#lines .pieces")).to_have_count(2)
        expect(address).to_have_value("Anna Ar")
        look_at(page, anna)
