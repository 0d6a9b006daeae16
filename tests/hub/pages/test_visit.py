import pytest
from fastapi import Request

from kiosk.hub.context import Hub
from kiosk.hub.pages.browser import COOKIE
from kiosk.hub.pages.visit import begin_visit
from kiosk.hub.problems import Problem

SECRET = "s" * 43


def _ask(*headers: tuple[str, str]) -> Request:
    pairs = [("cookie", f"{COOKIE}={SECRET}"), ("host", "hub.example"), *headers]
    raw = [(name.encode(), value.encode()) for name, value in pairs]
    return Request({"type": "http", "headers": raw, "query_string": b"", "path": "/", "server": ("hub.example", 80)})


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (("origin", "null"),),
        (("origin", "https://hub.example"),),
        (("origin", "null"), ("sec-fetch-site", "same-origin")),
    ],
)
def test_a_form_of_the_hubs_own_page_is_taken(hub: Hub, headers: tuple[tuple[str, str], ...]) -> None:
    visit = begin_visit(hub, _ask(*headers))

    visit.check_form("purpose", visit.browser.make_form_token("purpose"))


@pytest.mark.parametrize(
    "headers",
    [
        (("origin", "https://evil.example"),),
        (("origin", "http://[::1"),),
        (("origin", "null"), ("sec-fetch-site", "cross-site")),
    ],
)
def test_a_form_of_a_foreign_page_is_refused(hub: Hub, headers: tuple[tuple[str, str], ...]) -> None:
    visit = begin_visit(hub, _ask(*headers))

    with pytest.raises(Problem):
        visit.check_form("purpose", visit.browser.make_form_token("purpose"))


def test_a_token_for_another_purpose_is_refused(hub: Hub) -> None:
    visit = begin_visit(hub, _ask())

    with pytest.raises(Problem):
        visit.check_form("purpose", visit.browser.make_form_token("another"))
