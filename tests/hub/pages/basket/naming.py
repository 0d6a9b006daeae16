"""How a member names a card to Stripe in a browser, as she lets the store charge her as she leaves."""

from playwright.sync_api import Page, expect

from tests.doubles.localstripe import CARD
from tests.hub.pages.basket.test_paying_in_a_browser import press_text


def name_card(page: Page) -> None:
    """On the page where that is allowed: up to sixty euros, with a card that Stripe alone sees."""
    page.get_by_label("Höchstens je Besuch").fill("60")
    press_text(page, "Erlauben und Karte hinterlegen")
    for name, text in (("number", CARD), ("exp_month", "12"), ("exp_year", "30"), ("cvc", "123")):
        page.get_by_placeholder(name).fill(text)
    page.get_by_role("button", name="Karte hinterlegen").click()
    expect(page.get_by_role("heading", name="Beim Gehen bezahlen ist an")).to_be_visible()
