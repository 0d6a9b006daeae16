from dataclasses import replace

import pytest
from fastapi import Request

from kiosk.hub.context import Hub
from kiosk.hub.problem import Problem
from kiosk.hub.rate_limiter import LOOKS, PHONES
from kiosk.hub.web.browser import COOKIE
from kiosk.hub.web.page_request import begin_page_request

SECRET = "s" * 43


def _ask(*headers: tuple[str, str], secret: str = SECRET) -> Request:
    pairs = [("cookie", f"{COOKIE}={secret}"), ("host", "hub.example"), *headers]
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
    page = begin_page_request(hub, _ask(*headers))

    page.check_form("purpose", page.make_form_token("purpose"))


@pytest.mark.parametrize(
    "headers",
    [
        (("origin", "https://evil.example"),),
        (("origin", "http://[::1"),),
        (("origin", "null"), ("sec-fetch-site", "cross-site")),
    ],
)
def test_a_form_of_a_foreign_page_is_refused(hub: Hub, headers: tuple[tuple[str, str], ...]) -> None:
    page = begin_page_request(hub, _ask(*headers))

    with pytest.raises(Problem):
        page.check_form("purpose", page.make_form_token("purpose"))


def test_a_token_for_another_purpose_is_refused(hub: Hub) -> None:
    page = begin_page_request(hub, _ask())

    with pytest.raises(Problem):
        page.check_form("purpose", page.make_form_token("another"))


def test_a_form_token_holds_for_one_browser_one_purpose_and_one_hub(hub: Hub) -> None:
    page, stranger = begin_page_request(hub, _ask()), begin_page_request(hub, _ask(secret="t" * 43))
    elsewhere = replace(page, form_key=b"another hub")

    tokens = {page.make_form_token("a"), page.make_form_token("b")}
    tokens |= {stranger.make_form_token("a"), elsewhere.make_form_token("a")}

    assert len(tokens) == 4


def test_one_address_cannot_ask_for_pages_without_end(hub: Hub) -> None:
    hub.looks.enter("", hub.now(), LOOKS.most)

    with pytest.raises(Problem) as refused:
        begin_page_request(hub, _ask())
    assert refused.value.status == 429


def test_one_address_cannot_send_forms_without_end(hub: Hub) -> None:
    page = begin_page_request(hub, _ask())
    for _ in range(PHONES.most):
        page.check_form("purpose", page.make_form_token("purpose"))

    with pytest.raises(Problem) as refused:
        page.check_form("purpose", page.make_form_token("purpose"))
    assert refused.value.status == 429


@pytest.mark.parametrize(
    ("headers", "is_seen"),
    [
        ((), True),
        ((("sec-fetch-site", "same-origin"), ("sec-fetch-mode", "cors"), ("sec-fetch-dest", "empty")), True),
        ((("sec-fetch-site", "none"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")), True),
        ((("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")), False),
        ((("sec-fetch-site", "same-site"), ("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", "image")), False),
        ((("sec-fetch-site", "same-origin"), ("vitrine-unseen", "yes")), False),
        ((("sec-fetch-site", "same-origin"), ("sec-purpose", "prefetch")), False),
    ],
)
def test_what_a_page_in_a_pocket_a_foreign_page_a_picture_or_a_look_ahead_gets_nobody_sees(
    hub: Hub,
    headers: tuple[tuple[str, str], ...],
    is_seen: bool,  # noqa: FBT001 # a drawn value
) -> None:
    assert begin_page_request(hub, _ask(*headers)).is_seen == is_seen
