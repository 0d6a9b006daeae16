"""The system's own Chromium, which reaches nothing but this machine."""

import shutil
from collections.abc import Generator
from contextlib import contextmanager

from playwright.sync_api import Browser, expect, sync_playwright

DEADLINE_MS = 20_000
_NAMES = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def open_chromium() -> Generator[Browser]:
    """A browser without a window."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    assert path, "apt-get install chromium: these tests drive a real browser"
    expect.set_options(timeout=DEADLINE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )
        yield browser
        browser.close()
