"""Windows of a real Chromium at the console, and who signs in there."""

from typing import Protocol

from playwright.sync_api import Browser, Page, expect

from tests.doubles.chromium import DEADLINE_MS
from tests.hub.console.clerk import PASSWORD


class Reachable(Protocol):
    """A hub that answers there."""

    @property
    def url(self) -> str:
        """Its address."""
        ...


def open_page(chromium: Browser, running: Reachable, **options: object) -> Page:
    """A window of its own, without anybody's sign-in."""
    context = chromium.new_context(base_url=running.url, locale="de-DE", **options)  # type: ignore[arg-type] # as asked
    context.set_default_timeout(DEADLINE_MS)
    return context.new_page()


def sign_in(page: Page, name: str = "mara") -> None:
    """Sign in, to the console's first page."""
    page.goto("/console/sign-in")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", level=1, name="Bildschirme")).to_be_visible()
