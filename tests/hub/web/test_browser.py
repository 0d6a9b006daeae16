import pytest
from fastapi import Request

from kiosk.hub.context import Hub
from kiosk.hub.web.browser import COOKIE, Browser, read_browser

SECRET = "s" * 43


def _ask(cookie: str) -> Request:
    headers = [(b"cookie", f"{COOKIE}={cookie}".encode())] if cookie else []
    return Request({"type": "http", "headers": headers})


def test_a_browser_is_known_again_by_its_cookie(hub: Hub) -> None:
    assert read_browser(_ask(SECRET), hub) == Browser(SECRET, is_new=False)


@pytest.mark.parametrize("cookie", ["", "short"])
def test_a_browser_without_a_good_cookie_is_new(hub: Hub, cookie: str) -> None:
    browser = read_browser(_ask(cookie), hub)

    assert browser.is_new
    assert len(browser.secret) >= 32


def test_of_a_browser_only_a_hash_is_kept() -> None:
    assert SECRET not in Browser(SECRET, is_new=False).hash
