import pytest
import requests
from fastapi import Request

from kiosk.hub.pages.problem_page import render_problem
from tests.hub.running import DEADLINE_S, RunningHub


def _ask(language: str, **scope: object) -> Request:
    headers = [(b"accept-language", language.encode())]
    return Request({"type": "http", "headers": headers, "query_string": b"", **scope})


@pytest.mark.parametrize(
    ("language", "code", "title"),
    [
        ("de", "opened_elsewhere", "Auf einem anderen Handy geöffnet"),
        ("en", "not_found", "Nothing here any more"),
        ("fr", "something_new", "One moment, please"),
    ],
)
def test_a_problem_says_what_happened_in_the_readers_language(language: str, code: str, title: str) -> None:
    page = render_problem(_ask(language, endpoint=_ask), 403, code)

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


def test_a_problem_keeps_the_headers_of_its_reason() -> None:
    assert render_problem(_ask("en"), 503, "busy", {"Retry-After": "1"}).headers["Retry-After"] == "1"
