"""Paying as one leaves, in a real Chromium: a card is set up at localstripe, charged once without her, and let go."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from kiosk.hub.models.settlement.mandate import Mandate
from kiosk.hub.payment.stripe_provider import StripeProvider
from tests.doubles.chromium import open_chromium
from tests.doubles.deadline import wait_until
from tests.doubles.localstripe import start_localstripe
from tests.hub.pages.basket.naming import name_card
from tests.hub.pages.basket.test_basket import BASKET
from tests.hub.pages.basket.test_confirming_view import scan_at_screen
from tests.hub.pages.basket.test_mandate import HIGHEST, LEAVING, VISIT, Leaver, training
from tests.hub.pages.basket.test_paying_in_a_browser import look_at, open_page, press_text
from tests.hub.running import RunningHub

__all__ = ["training"]


def test_every_page_of_it_fits_and_reads_well(training: RunningHub) -> None:
    with Leaver(training) as anna, open_chromium() as chromium:
        page = open_page(chromium, anna)
        page.goto(f"{training.url}{LEAVING}?lang=de")
        look_at(page, anna)
        page.get_by_label("Höchstens je Besuch").fill("zehn")
        press_text(page, "Erlauben und Karte hinterlegen")
        expect(page.get_by_role("alert")).to_contain_text("Bitte geben Sie einen Betrag")
        look_at(page, anna)
        page.get_by_label("Höchstens je Besuch").fill("60")
        for name in ("Erlauben und Karte hinterlegen", "Weiter", "Eine Karte, die zahlt"):
            press_text(page, name)
            page.wait_for_load_state()
            look_at(page, anna)
        expect(page.get_by_role("heading", name="Beim Gehen bezahlen ist an")).to_be_visible()
        press_text(page, "Nicht mehr erlauben")
        expect(page.get_by_text("der Zahlungsanbieter löscht Ihre Karte")).to_be_visible()
        look_at(page, anna)


def test_a_page_in_her_pocket_shows_her_nothing_until_she_takes_it_out(training: RunningHub) -> None:
    def has_read() -> bool:
        with training.hub.database.read() as session:
            return bool(session.scalars(select(Mandate.shown)).one())

    with Leaver(training) as anna, open_chromium() as chromium:
        anna.allow()
        anna.scan_on_a_visit()
        page = open_page(chromium, anna)
        page.add_init_script("Object.defineProperty(document, 'hidden', { get: () => Boolean(window.isInPocket) })")
        page.goto(f"{training.url}{BASKET}?lang=de")
        wait_until(has_read)
        page.evaluate("isInPocket = true")
        assert scan_at_screen(training) == "added"
        expect(page.get_by_text("An einem Bildschirm mit Ihrer Karte gescannt: Pen.")).to_be_visible()
        wait_until(lambda: not has_read())
        look_at(page, anna)
        page.evaluate("isInPocket = false; document.dispatchEvent(new Event('visibilitychange'))")
        wait_until(has_read)


@pytest.mark.allow_log("urllib3.connectionpool: Retrying")  # it waits for localstripe to come up
def test_a_card_is_told_to_stripe_alone_charged_once_as_she_goes_and_let_go(
    running: RunningHub, tmp_path: Path
) -> None:
    with start_localstripe(tmp_path) as stripe, Leaver(running) as anna, open_chromium() as chromium:
        settings = replace(running.hub.settings, payment=stripe.account, charge_on_leaving=HIGHEST)
        running.hub = replace(running.hub, settings=settings, provider=StripeProvider(stripe.account))
        running.server.serve(running.hub)
        page, said = open_page(chromium, anna), list[str]()
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{running.url}{LEAVING}?lang=de")
        name_card(page)
        anna.scan_on_a_visit()
        page.goto(f"{running.url}{VISIT}?lang=de")
        expect(page.get_by_text("buchen wir 2,00\N{NO-BREAK SPACE}€ für Ihren Warenkorb ab")).to_be_visible()
        press_text(page, "Gehen und 2,00\N{NO-BREAK SPACE}€ bezahlen")
        expect(page.get_by_role("heading", name="Bezahlt, vielen Dank")).to_be_visible()
        (charge,) = stripe.ask("GET", "/v1/payment_intents")["data"]
        assert (charge["status"], charge["amount"]) == ("succeeded", 200)

        page.goto(f"{running.url}{LEAVING}?lang=de")
        press_text(page, "Nicht mehr erlauben")
        expect(page.get_by_text("der Zahlungsanbieter löscht Ihre Karte")).to_be_visible()
        assert stripe.ask("GET", "/v1/customers")["data"] == []
        anna.scan_on_a_visit()
        page.goto(f"{running.url}{VISIT}?lang=de")
        press_text(page, "Besuch beenden")
        expect(page.get_by_role("button", name="Ich bin da")).to_be_visible()
        assert len(stripe.ask("GET", "/v1/payment_intents")["data"]) == 1
        assert [text for text in said if "Content Security Policy" in text] == []
