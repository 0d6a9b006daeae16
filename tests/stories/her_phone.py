"""A member's phone: a window of a real browser, with what she does there, in German."""

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.doubles.chromium import DEADLINE_MS
from tests.doubles.mail_server import Inbox


@dataclass(frozen=True)
class HerPhone:
    """She sees `page`; mails to her come into `inbox`."""

    page: Page
    inbox: Inbox

    def open_tab(self) -> "HerPhone":
        """Another page of it; the one before goes on by itself."""
        page = self.page.context.new_page()
        page.set_default_timeout(DEADLINE_MS)
        return HerPhone(page, self.inbox)

    def open_kept(self, path: str) -> None:
        """The page of what she kept: it is hers from the second look on."""
        self.page.goto(path)
        self.page.reload()

    def join(self, address: str) -> None:
        """From that page, by a link in a mail."""
        self.ask_link(address)
        self.follow_link()
        expect(self.page.get_by_role("heading", name="Ihr Konto")).to_be_visible()

    def ask_link(self, address: str) -> None:
        """Have it sent."""
        self.page.get_by_label("E-Mail-Adresse").fill(address)
        self._press("Link schicken")
        assert self.inbox.arrived.wait(DEADLINE_MS / 1000)

    def follow_link(self) -> None:
        """The last that came."""
        mail = message_from_bytes(self.inbox.envelopes[-1].original_content or b"", policy=default)
        link = re.search(r"http\S+/join/link/\S+", mail.get_content())
        assert link
        self.page.goto(link[0])
        self._press("Weiter")

    def switch_all(self, *, on: bool) -> None:
        """Every consent, one after the other."""
        self.page.goto("/account")
        switch = self.page.locator(f'[role=switch][aria-checked="{"false" if on else "true"}"]')
        for left in reversed(range(switch.count())):
            switch.first.click()
            expect(switch).to_have_count(left)

    def begin_card(self) -> None:
        """From now on, two taps show which card is hers."""
        self.page.goto("/account")
        self._press("Karte hinzufügen")
        expect(self.page.get_by_role("button", name="Fertig")).to_be_visible()

    def end_card(self) -> None:
        """They were made."""
        self._press("Fertig")
        expect(self.page.get_by_text("Ihre Karte ist hinterlegt.")).to_be_visible()

    def issue_beacon(self) -> str:
        """The id that her key ring sends from now on, as iBeacons have it."""
        self.page.goto("/account")
        self._press("Kennung anlegen")
        return "-".join(self.page.locator("dl.id dd").all_inner_texts())

    def ask(self, text: str) -> None:
        """Write to the store."""
        self.page.get_by_label("Ihre Nachricht").fill(text)
        self._press("Senden")
        expect(self.page.get_by_text(text)).to_be_visible()

    def take_coupon(self) -> Path:
        """What the button for the wallet brings."""
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name="In Apple Wallet legen").click()
        return download.value.path()

    def show_code(self) -> str:
        """The code that the counter asks for."""
        self.page.goto("/account")
        self.page.get_by_role("link", name="Am Tresen zeigen").click()
        self._press("Code zeigen")
        return self.page.locator(".figure").inner_text()

    def allow(self) -> None:
        """Whoever asked sees what she shows."""
        self._press("Für 15 Minuten zeigen")
        expect(self.page.get_by_text("sieht gerade")).to_be_visible()

    def erase(self) -> None:
        """All that the store has of her."""
        self.page.goto("/account/data")
        self.page.get_by_role("textbox", name="LÖSCHEN").fill("LÖSCHEN")
        self._press("Alles löschen")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Ihre Daten sind gelöscht")

    def _press(self, label: str) -> None:
        self.page.get_by_role("button", name=label).click()
