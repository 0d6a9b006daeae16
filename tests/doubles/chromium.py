"""The system's own Chromium, which reaches nothing but this machine."""

import shutil
from collections.abc import Generator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect, sync_playwright

DEADLINE_MS = 20_000
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is made to have no window; the others only hide theirs, and may wait for it without end."""


@contextmanager
def open_chromium(*switches: str) -> Generator[Browser]:
    """A browser without a window, with these switches of its command line."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    assert path, "apt-get install chromium-headless-shell: these tests drive a real browser"
    expect.set_options(timeout=DEADLINE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", *switches],
        )
        yield browser
        browser.close()


def sticks_out(page: Page) -> bool:
    """Whether the page, once it is there, is wider than its window: a click only begins to open one."""
    page.wait_for_load_state()
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
