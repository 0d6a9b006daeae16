import pytest
from fastapi import Request

from kiosk.hub.legal import NO_PAGES
from kiosk.hub.text.problem_words import ProblemWords
from kiosk.hub.text.words import ENGLISH
from kiosk.hub.web.page import allow_scripts, choose_page_words, link_language, read_language, render_page


def _ask(query: str = "", language: str = "") -> Request:
    return Request(
        {
            "type": "http",
            "path": "/c/x",
            "server": ("hub", 80),
            "query_string": query.encode(),
            "headers": [(b"accept-language", language.encode())],
        }
    )


@pytest.mark.parametrize(
    ("query", "wish", "browser", "chosen"),
    [
        ("lang=en", "de", "de", "en"),
        ("lang=xx", "de", "en", "de"),
        ("", "fr", "de-DE,de;q=0.9", "de"),
        ("", None, "", "en"),
    ],
)
def test_the_language_is_asked_for_then_wished_then_the_browsers(
    query: str, wish: str | None, browser: str, chosen: str
) -> None:
    assert choose_page_words(_ask(query, browser), wish).language == chosen


def test_a_browser_may_ask_for_no_language() -> None:
    assert read_language(_ask()) is None


def test_the_other_language_keeps_the_rest_of_the_address() -> None:
    assert link_language(_ask("screen=window-1&lang=en"), ENGLISH) == "screen=window-1&lang=de"


def test_a_page_escapes_what_it_prints() -> None:
    values = {"problem": ProblemWords("<b>", "&"), "links": (), "language_link": "", "legal": NO_PAGES}
    page = render_page("problem.html", ENGLISH, values)

    assert "<h1>&lt;b&gt;</h1>" in bytes(page.body).decode()


@pytest.mark.parametrize("template", ["basket.html", "problem.html"])
def test_only_a_page_that_reads_codes_may_run_the_reader_and_none_may_run_text(template: str) -> None:
    policy = allow_scripts(reads_codes=template == "basket.html")

    assert ("'wasm-unsafe-eval'" in policy) is (template == "basket.html")
    assert "'unsafe-eval'" not in policy
