from dataclasses import replace

import pytest
import requests
from fastapi import Request
from starlette.applications import Starlette

from kiosk.hub.context import Hub
from kiosk.hub.legal import Legal
from kiosk.hub.pages.problem_page import render_problem
from kiosk.hub.sample.shop import STORE
from tests.hub.accounts import open_doors
from tests.hub.running import DEADLINE_S, RunningHub


def _ask(hub: Hub, language: str, **scope: object) -> Request:
    headers = [(b"accept-language", language.encode())]
    app = Starlette()
    app.state.hub = hub
    return Request(
        {"type": "http", "method": "GET", "path": "/x", "headers": headers, "query_string": b"", "app": app, **scope}
    )


@pytest.mark.parametrize(
    ("language", "code", "title"),
    [
        ("de", "opened_elsewhere", "Auf einem anderen Handy geöffnet"),
        ("en", "not_found", "Nothing here any more"),
        ("fr", "something_new", "One moment, please"),
    ],
)
def test_a_problem_says_what_happened_in_the_readers_language(hub: Hub, language: str, code: str, title: str) -> None:
    page = render_problem(_ask(hub, language, endpoint=_ask), 403, code)

    assert page.status_code == 403
    assert f"<h1>{title}</h1>" in bytes(page.body).decode()


@pytest.mark.parametrize(
    ("language", "title", "link"),
    [
        ("de", "Diese Seite gibt es nicht", '<a href="/account?lang=de">Zu Ihrem Konto</a>'),
        ("en", "There is no such page", '<a href="/console?lang=en">You work here? To the console</a>'),
    ],
)
def test_an_address_that_nothing_has_is_told_where_to_go(
    running: RunningHub, language: str, title: str, link: str
) -> None:
    answer = requests.get(f"{running.url}/somewhere?lang={language}", timeout=DEADLINE_S)

    assert (answer.status_code, f"<h1>{title}</h1>" in answer.text, link in answer.text) == (404, True, True)


def test_a_problem_keeps_the_headers_of_its_reason(hub: Hub) -> None:
    assert render_problem(_ask(hub, "en"), 503, "busy", {"Retry-After": "1"}).headers["Retry-After"] == "1"


def test_who_is_not_signed_in_is_led_to_where_she_signs_in_as_far_as_there_is_such_a_place(running: RunningHub) -> None:
    address = f"{running.url}/basket/{STORE}?lang=en"
    closed = requests.get(address, timeout=DEADLINE_S).text
    open_doors(running)
    led = requests.get(address, timeout=DEADLINE_S).text

    assert "/sign-in" not in closed
    assert '<a href="/sign-in?lang=en">Sign in with your account</a>' in led


def test_a_problem_can_be_read_in_the_other_language(running: RunningHub) -> None:
    page = requests.get(f"{running.url}/nothing?lang=de", timeout=DEADLINE_S).text

    assert '<a class="language" href="?lang=en" hreflang="en" lang="en">English</a>' in page


def test_each_page_leads_to_the_pages_that_the_law_asks_for(running: RunningHub) -> None:
    legal = Legal("https://shop.example/imprint?id=5&x=1", "https://shop.example/privacy")
    bare = requests.get(f"{running.url}/offers/o-mug", timeout=DEADLINE_S).text
    running.server.serve(replace(running.hub, settings=replace(running.hub.settings, legal=legal)))

    assert "<footer" not in bare
    for path in ("offers/o-mug", "nothing"):
        page = requests.get(f"{running.url}/{path}?lang=de", timeout=DEADLINE_S).text
        assert '<a href="https://shop.example/imprint?id=5&amp;x=1" rel="noopener">Impressum</a>' in page
        assert '<a href="https://shop.example/privacy" rel="noopener">Datenschutz</a>' in page
