import re

import pytest
import requests

from kiosk.hub.models.conversation.message import LONGEST
from kiosk.hub.text.words import GERMAN
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub, make_bookmark

HOSTILE = "<script>alert(1)</script> & \"quotes\" 'and' {{ 7*7 }}"


def _answer(
    browser: requests.Session, page: requests.Response, text: str, headers: dict[str, str] | None = None
) -> requests.Response:
    return browser.post(page.url, data={**read_fields(page), "text": text}, headers=headers, timeout=DEADLINE_S)


def _list_said(page: requests.Response) -> list[str]:
    return re.findall(r'<p class="said">(.*?)</p>', page.text, re.DOTALL)


@pytest.mark.parametrize(
    ("language", "phrases"),
    [
        ("de", ("Für Sie gemerkt", "Steinzeugbecher", "22,90", "Niedrigster Preis der letzten 30 Tage: 29,90")),
        ("en", ("Kept for you", "Stoneware mug", "€22.90", "Lowest price of the last 30 days: €29.90")),
    ],
)
def test_the_page_shows_what_was_kept_in_its_language(
    running: RunningHub, browser: requests.Session, language: str, phrases: tuple[str, ...]
) -> None:
    page = running.open_claim(browser, language=language)

    assert (page.status_code, len(_list_said(page))) == (200, 1)
    assert [phrase for phrase in (f'<html lang="{language}">', *phrases) if phrase not in page.text] == []


def test_the_reader_may_switch_the_language(running: RunningHub, browser: requests.Session) -> None:
    page = running.open_claim(browser)

    other = browser.get(page.url.split("?")[0] + "?lang=en", timeout=DEADLINE_S)

    assert 'href="?lang=en"' in page.text
    assert "Kept for you" in other.text


def test_a_language_that_there_is_not_falls_back_to_the_browsers(
    running: RunningHub, browser: requests.Session
) -> None:
    browser.headers["Accept-Language"] = "de-AT,de;q=0.9"

    assert '<html lang="de">' in running.open_claim(browser, language="fr").text


def test_the_page_needs_nothing_from_elsewhere_and_no_script_within(
    running: RunningHub, browser: requests.Session
) -> None:
    page = browser.get(running.open_claim(browser).url, timeout=DEADLINE_S)

    assert re.findall(r"<script(?! src=\"/static/)[^>]*>", page.text) == []
    assert re.findall(r'(?:src|href)="(?!/static/|/v1/media/|/c/|\?)([^"]*)"', page.text) == []
    for address in re.findall(r'(?:src|href)="(/(?:static|v1)/[^"]*)"', page.text):
        assert browser.get(running.url + address, timeout=DEADLINE_S).status_code == 200


def test_the_page_keeps_its_secret(running: RunningHub, browser: requests.Session) -> None:
    page = running.open_claim(browser)

    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    assert "HttpOnly" in page.headers["Set-Cookie"]
    assert "SameSite=lax" in page.headers["Set-Cookie"]


def test_a_link_preview_takes_the_page_from_nobody(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    preview = running.open_claim(stranger)
    page = browser.get(preview.url, timeout=DEADLINE_S)

    assert (preview.status_code, page.status_code) == (200, 200)
    assert GERMAN.privacy_ahead.format(moment="23. November, 10:00") in page.text
    assert _answer(browser, page, "Hallo").status_code == 200
    assert stranger.get(page.url, timeout=DEADLINE_S).status_code == 403


@pytest.mark.parametrize("header", ["Sec-Purpose", "Purpose"])
def test_a_page_that_is_fetched_ahead_stays_open_to_others(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, header: str
) -> None:
    page = running.open_claim(browser)
    browser.get(page.url, headers={header: "prefetch;prerender"}, timeout=DEADLINE_S)

    assert stranger.get(page.url, timeout=DEADLINE_S).status_code == 200


def test_before_it_is_opened_a_page_shows_nothing_but_the_first_message(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    unopened = running.find_page(running.keep(make_bookmark()).json()["claim_url"])
    _answer(browser, running.open_claim(browser, id="second", offer="o-lamp"), "Geheim")

    page = stranger.get(unopened, timeout=DEADLINE_S)

    assert len(_list_said(page)) == 1
    assert "Geheim" not in page.text
    assert len(_list_said(browser.get(unopened, timeout=DEADLINE_S))) == 3


def test_what_is_said_on_one_phone_is_not_read_on_another(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    taken = running.open_claim(stranger)
    stranger.get(taken.url, timeout=DEADLINE_S)
    own = running.open_claim(browser, id="second", offer="o-lamp")
    _answer(browser, own, "Geheim")
    taken = _answer(stranger, taken, "Fremd")

    assert [text for text in ("Geheim", "Pilzleuchte") if text in taken.text] == []
    assert "Fremd" not in browser.get(own.url, timeout=DEADLINE_S).text
    assert (len(_list_said(taken)), len(_list_said(browser.get(own.url, timeout=DEADLINE_S)))) == (2, 2)


def test_the_reader_can_answer(running: RunningHub, browser: requests.Session) -> None:
    page = running.open_claim(browser)

    after = _answer(browser, page, "Gibt es ihn auch in Blau?\r\nDanke")

    assert [answer.status_code for answer in after.history] == [303]
    assert _list_said(after)[-1] == "Gibt es ihn auch in Blau?\nDanke"


def test_a_form_that_is_sent_twice_counts_once(running: RunningHub, browser: requests.Session) -> None:
    page = running.open_claim(browser)
    _answer(browser, page, "Einmal")

    assert len(_list_said(_answer(browser, page, "Einmal"))) == 2


def test_what_a_reader_writes_is_never_markup(running: RunningHub, browser: requests.Session) -> None:
    after = _answer(browser, running.open_claim(browser), HOSTILE)

    assert "<script>alert" not in after.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in after.text
    assert "{{ 7*7 }}" in after.text


@pytest.mark.parametrize("text", ["", "  \r\n ", "\x00\x07"])
def test_an_empty_answer_is_asked_for_again(running: RunningHub, browser: requests.Session, text: str) -> None:
    after = _answer(browser, running.open_claim(browser), text)

    assert (after.status_code, len(_list_said(after))) == (400, 1)
    assert GERMAN.text_missing in after.text


@pytest.mark.parametrize("shorter", ["ä" * LONGEST, "a\r\n" * 999 + "a"])  # a line break counts as one character
def test_a_long_answer_may_be_shortened(running: RunningHub, browser: requests.Session, shorter: str) -> None:
    page = running.open_claim(browser)

    after = _answer(browser, page, "ä" * (LONGEST + 1))

    assert after.status_code == 400
    assert "ä" * LONGEST in after.text
    assert _answer(browser, after, shorter).status_code == 200


def test_bytes_that_are_no_text_do_no_harm(running: RunningHub, browser: requests.Session) -> None:
    page = running.open_claim(browser)
    fields = "&".join(f"{name}={value}" for name, value in read_fields(page).items())
    headers = {"Content-Type": "application/x-www-form-urlencoded"}

    after = browser.post(page.url, f"{fields}&text=a%00%ED%A0%80%FFb", headers=headers, timeout=DEADLINE_S)

    assert after.status_code == 200
    assert "\x00" not in after.text


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}],
)
def test_a_form_from_elsewhere_is_refused(
    running: RunningHub, browser: requests.Session, headers: dict[str, str]
) -> None:
    page = running.open_claim(browser)

    after = _answer(browser, page, "Hallo", headers)

    assert after.status_code == 403
    assert len(_list_said(browser.get(page.url, timeout=DEADLINE_S))) == 1


@pytest.mark.parametrize("origin", ["null", None])
def test_a_form_without_an_origin_is_taken_by_its_token(
    running: RunningHub, browser: requests.Session, origin: str | None
) -> None:
    headers = {"Origin": origin} if origin else {}

    assert _answer(browser, running.open_claim(browser), "Hallo", headers).status_code == 200


@pytest.mark.parametrize("token", ["", "0" * 64, "ß", "\ud800"])
def test_a_form_with_a_foreign_token_is_refused(running: RunningHub, browser: requests.Session, token: str) -> None:
    page = running.open_claim(browser)
    fields = {**read_fields(page), "form_token": token.encode("utf-8", "surrogatepass"), "text": "Hallo"}

    assert browser.post(page.url, fields, timeout=DEADLINE_S).status_code in {400, 403}


def test_a_stranger_cannot_answer(running: RunningHub, browser: requests.Session, stranger: requests.Session) -> None:
    page = running.open_claim(browser)

    assert _answer(stranger, page, "Hallo").status_code == 403


def test_a_page_shows_the_conversation_since_its_bookmark_only(running: RunningHub, browser: requests.Session) -> None:
    first = running.open_claim(browser)
    _answer(browser, first, "Geheim")

    second = running.open_claim(browser, id="second", offer="o-lamp")

    assert "Geheim" not in second.text
    assert len(_list_said(second)) == 1
    assert "„Pilzleuchte“ ist für Sie gemerkt" in second.text
    assert "Steinzeugbecher" not in second.text
    assert len(_list_said(browser.get(first.url, timeout=DEADLINE_S))) == 3
