"""A member's basket on her phone: the window of a real browser before a camera, with what she does there, in German."""

from dataclasses import dataclass
from io import BytesIO

import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from kiosk.hub.sample.shop import STORE
from tests.doubles.localstripe import LocalStripe


@dataclass(frozen=True)
class HerBasket:
    """She sees `page`, by which the store knows her."""

    page: Page

    def scan_all(self, titles: tuple[str, ...]) -> None:
        """Hold the camera to the goods until all of them lie in the basket, and take out what it read twice."""
        self.page.goto(f"/basket/{STORE}")
        self._press("Mit der Kamera scannen")
        for title in titles:
            expect(self.page.locator("#lines")).to_contain_text(title)
        self._press("Kamera schließen")
        expect(self.page.locator("#waiting")).to_be_hidden()
        for title in titles:
            self._count_down(title)

    def have_brought(self, title: str, address: str) -> None:
        """One of them is brought home."""
        way = self.page.get_by_role("group", name=f"{title}: wie es zu Ihnen kommt")
        way.get_by_role("button", name="Liefern").click()
        expect(way.get_by_role("button", name="Liefern")).to_have_attribute("aria-pressed", "true")
        self.page.get_by_label("Name und Anschrift für die Lieferung").fill(address)

    def pay_with_points(self) -> None:
        """What she has of them."""
        points = self.page.locator("button.tender").filter(has_text="Punkte")
        points.click()
        expect(points).to_have_attribute("aria-pressed", "true")

    def pay(self, stripe: LocalStripe, card: str) -> None:
        """Press the button, name a card to Stripe, and say there that it is hers."""
        self.page.locator("form[action*='/pay'] button").click()
        expect(self.page.get_by_role("heading", name="Bezahlen", exact=True)).to_be_visible()
        secret = self.page.locator("form[data-card]").get_attribute("data-secret") or ""
        stripe.pay(secret.split("_secret_")[0], card)
        self.page.reload()
        self.page.locator("form[data-card] button").click()
        self._press("Complete authentication")
        expect(self.page.get_by_role("heading", name="Bezahlt, vielen Dank")).to_be_visible()

    def show_pass(self) -> str:
        """What the code for the exit says."""
        picture = Image.open(BytesIO(self.page.locator(".exit svg").screenshot()))
        (code,) = zxingcpp.read_barcodes(picture)
        return code.text

    def _count_down(self, title: str) -> None:
        less = self.page.get_by_role("button", name=f"{title}: ein Stück weniger")
        while less.count():
            less.click()
            expect(self.page.locator("#waiting")).to_be_hidden()

    def _press(self, label: str) -> None:
        self.page.get_by_role("button", name=label).click()
