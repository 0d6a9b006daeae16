"""Walking out, as a member lives it: in at the door, scanned, out by it, charged once, told, and taken back."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from kiosk.hub.domain.leaving.sweep import close_silent
from kiosk.hub.domain.settlement.sweep import sweep_settlements
from kiosk.hub.models.settlement.mandate import Mandate
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.payment.stripe_provider import StripeProvider
from tests.doubles.chromium import open_chromium
from tests.doubles.deadline import wait_until
from tests.doubles.localstripe import LocalStripe, start_localstripe
from tests.hub.accounts import join, open_doors
from tests.hub.domain.leaving.at_exit import hear_screens
from tests.hub.pages.basket.naming import name_card
from tests.hub.pages.basket.test_basket import BASKET
from tests.hub.pages.basket.test_confirming_view import pass_door, pass_exit, scan_at_screen
from tests.hub.pages.basket.test_mandate import HIGHEST, VISIT, Leaver, training
from tests.hub.pages.basket.test_paying_in_a_browser import look_at, open_page, press_text
from tests.hub.running import RunningHub

__all__ = ["training"]
NBSP = "\N{NO-BREAK SPACE}"


def serve(running: RunningHub, stripe: LocalStripe) -> None:
    settings = replace(running.hub.settings, payment=stripe.account, charge_on_leaving=HIGHEST)
    running.hub = replace(running.hub, settings=settings, provider=StripeProvider(stripe.account))
    running.server.serve(running.hub)


def allow(page: Page, running: RunningHub) -> None:
    """From her account."""
    page.goto(f"{running.url}/account?lang=de")
    press_text(page, "Beim Gehen bezahlen")
    name_card(page)


def shop(page: Page, running: RunningHub) -> None:
    """Her card at the door, and a pen into the basket; then she puts her phone away."""
    pass_door(running)
    running.dial.turn(timedelta(minutes=1))
    page.goto(f"{running.url}{BASKET}?lang=de")
    page.get_by_label("Code auf der Ware").fill("4006381333931")
    press_text(page, "Hineinlegen")
    expect(page.locator("#lines .total").first).to_contain_text(f"2,00{NBSP}€")
    wait_until(lambda: has_read(running))
    page.goto("about:blank")


def has_read(running: RunningHub) -> bool:
    """Whether her phone said of her basket as it is that it shows it."""
    with running.hub.database.read() as session:
        return any(session.scalars(select(Mandate.shown)))


def walk_out(running: RunningHub) -> None:
    """The exit sees her beacon, and she is gone."""
    go(running)
    leave(running)


def leave(running: RunningHub) -> None:
    """Nothing is heard of her, and the hub's workers look again and again."""
    running.dial.turn(timedelta(minutes=11))
    for _ in range(3):
        hear_screens(running.hub)
        close_silent(running.hub)
        sweep_settlements(running.hub)
        running.dial.turn(timedelta(minutes=1))


def go(running: RunningHub) -> None:
    """The screen at the exit tells of her beacon."""
    running.dial.turn(timedelta(minutes=5))
    hear_screens(running.hub)
    pass_exit(running)


def list_charges(stripe: LocalStripe) -> list[tuple[Any, Any]]:
    return [(one["status"], one["amount"]) for one in stripe.ask("GET", "/v1/payment_intents?limit=100")["data"]]


@pytest.mark.allow_log("urllib3.connectionpool: Retrying")  # it waits for localstripe to come up
def test_who_walks_out_is_charged_once_told_has_a_receipt_and_takes_it_back(
    running: RunningHub, tmp_path: Path
) -> None:
    post = open_doors(running)
    with start_localstripe(tmp_path) as stripe, Leaver(running) as anna, open_chromium() as chromium:
        serve(running, stripe)
        join(running, anna.browser, post)
        page = open_page(chromium, anna)
        allow(page, running)
        shop(page, running)
        walk_out(running)
        assert list_charges(stripe) == [("succeeded", 200)]

        page.goto(anna.page)
        told = page.get_by_text(f"haben wir 2,00{NBSP}€ abgebucht")
        expect(told).to_be_visible()
        told.get_by_role("link").click()
        expect(page).to_have_url(re.compile(r"/basket/\S+/receipt"))
        expect(page.get_by_role("main")).to_contain_text(f"2,00{NBSP}€")

        running.dial.turn(timedelta(days=1))
        shop(page, running)
        assert scan_at_screen(running) == "added"
        walk_out(running)
        page.goto(anna.page)
        expect(page.get_by_text("wurde an einem Bildschirm gescannt")).to_be_visible()
        page.goto(f"{running.url}{BASKET}?lang=de")
        look_at(page, anna)

        page.goto(f"{running.url}{BASKET}/leaving?lang=de")
        press_text(page, "Nicht mehr erlauben")
        expect(page.get_by_text("der Zahlungsanbieter löscht Ihre Karte")).to_be_visible()
        assert stripe.ask("GET", "/v1/customers")["data"] == []
        walk_out(running)
        assert list_charges(stripe) == [("succeeded", 200)]


def test_who_is_still_inside_as_an_exit_saw_her_beacon_says_so_in_one_press(training: RunningHub) -> None:
    """As she looks at the page of her visit, and nothing is charged; as she goes in earnest, it is."""
    with Leaver(training) as anna, open_chromium() as chromium:
        anna.allow()
        anna.scan_on_a_visit()
        anna.look()
        page = open_page(chromium, anna)
        page.goto(f"{training.url}{VISIT}?lang=de")
        go(training)
        expect(page.get_by_role("heading", name="Sind Sie gegangen?")).to_be_visible()
        look_at(page, anna)
        page.goto(anna.page)
        page.get_by_text(f"Ab 10:16 Uhr buchen wir wie erlaubt 2,00{NBSP}€").get_by_role("link").click()
        press_text(page, "Ich bin noch hier")
        expect(page.get_by_role("heading", name="Schön, dass Sie da sind")).to_be_visible()
        leave(training)
        assert list_paid(training) == []
        walk_out(training)
        assert list_paid(training) == ["paid"]


def list_paid(running: RunningHub) -> list[str]:
    with running.hub.database.read() as session:
        return list(session.scalars(select(Settlement.state)))
