import pytest
from fastapi import Request

from kiosk.hub.pages.problem_page import render_problem


def _ask(language: str) -> Request:
    return Request({"type": "http", "headers": [(b"accept-language", language.encode())], "query_string": b""})


@pytest.mark.parametrize(
    ("language", "code", "title"),
    [
        ("de", "opened_elsewhere", "Auf einem anderen Handy geöffnet"),
        ("en", "not_found", "Nothing here any more"),
        ("fr", "something_new", "One moment, please"),
    ],
)
def test_a_problem_says_what_happened_in_the_readers_language(language: str, code: str, title: str) -> None:
    page = render_problem(_ask(language), 403, code)

    assert page.status_code == 403
    assert f"<h1>{title}</h1>" in bytes(page.body).decode()


def test_a_problem_keeps_the_headers_of_its_reason() -> None:
    assert render_problem(_ask("en"), 503, "busy", {"Retry-After": "1"}).headers["Retry-After"] == "1"
