import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
import requests
from sqlalchemy import select

from kiosk.hub.domain.kept.redemption import redeem_bookmark
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon
from kiosk.hub.wallet.doctor.archive import read_files
from kiosk.hub.wallet.doctor.content import read_content
from kiosk.hub.wallet.google.account import read_account
from kiosk.hub.wallet.google.link import SAVE
from kiosk.hub.wallet.google.service import GoogleWallet
from kiosk.hub.wallet.wallets import Wallets
from tests.doubles.google_wallet import PretendGoogle, make_key_text, run_google
from tests.hub.in_wallets import SIGNER, give_wallets
from tests.hub.phone import know_phone, press_code, read_code
from tests.hub.running import DEADLINE_S, RunningHub

_IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)"
_ANDROID = "Mozilla/5.0 (Linux; Android 16)"


@pytest.fixture(scope="module")
def key() -> str:
    """Made once: to make one takes longer than most tests."""
    return make_key_text()


@pytest.fixture
def google(key: str) -> Iterator[PretendGoogle]:
    with run_google(key) as google:
        yield google


@pytest.fixture
def page(running: RunningHub, browser: requests.Session, google: PretendGoogle, tmp_path: Path) -> requests.Response:
    """The first look at what was kept, at a hub with both wallets."""
    kept = running.open_claim(browser)
    file = tmp_path / "account.json"
    file.write_text(google.write_key_file())
    wallet = GoogleWallet(read_account("1234", file), running.dial.read, google.api)
    running.hub = give_wallets(running.hub, Wallets(SIGNER, wallet), running.url)
    running.server.serve(running.hub)
    return browser.get(kept.url.split("?")[0], timeout=DEADLINE_S)


def _find_buttons(page: requests.Response) -> dict[str, str]:
    found = re.findall(r'<a class="button" href="([^"]+)">([^<]+)</a>', page.text)
    return {text: urljoin(page.url, href) for href, text in found}


@pytest.mark.parametrize(
    ("agent", "texts"),
    [
        (_IPHONE, ["In Apple Wallet legen"]),
        (_ANDROID, ["In Google Wallet sichern"]),
        ("curl/8", ["In Apple Wallet legen", "In Google Wallet sichern"]),
    ],
)
def test_a_phone_is_offered_the_wallet_that_it_has(
    agent: str, texts: list[str], page: requests.Response, browser: requests.Session
) -> None:
    again = browser.get(page.url, headers={"User-Agent": agent}, timeout=DEADLINE_S)

    assert list(_find_buttons(again)) == texts


def test_without_a_wallet_that_is_set_up_there_is_no_button(running: RunningHub, browser: requests.Session) -> None:
    page = running.open_claim(browser)
    pressed = browser.get(f"{page.url.split('?')[0]}/coupon.pkpass", timeout=DEADLINE_S)

    assert _find_buttons(page) == {}
    assert (pressed.history[0].status_code, pressed.url) == (303, page.url.split("?")[0])


def test_the_pass_has_the_code_that_the_page_shows(page: requests.Response, browser: requests.Session) -> None:
    answer = browser.get(_find_buttons(page)["In Apple Wallet legen"], timeout=DEADLINE_S)
    told = read_content(read_files(answer.content)["pass.json"])

    assert answer.headers["Content-Type"] == "application/vnd.apple.pkpass"
    assert answer.headers["Cache-Control"] == "no-store"
    assert told
    assert told["barcodes"][0]["altText"] == read_code(press_code(browser, page))


def test_who_takes_the_pass_opens_the_page(
    page: requests.Response, browser: requests.Session, stranger: requests.Session
) -> None:
    address = _find_buttons(page)["In Apple Wallet legen"]
    ahead = stranger.get(address, timeout=DEADLINE_S)
    browser.get(address, timeout=DEADLINE_S)
    late = stranger.get(address, timeout=DEADLINE_S)

    assert "text/html" in ahead.headers["Content-Type"]
    assert late.status_code == 403
    assert b"pass.json" not in ahead.content + late.content


def test_the_coupon_is_put_at_google_and_saved_there(
    page: requests.Response, browser: requests.Session, google: PretendGoogle, running: RunningHub
) -> None:
    address = _find_buttons(page)["In Google Wallet sichern"]
    answers = [browser.get(address, allow_redirects=False, timeout=DEADLINE_S) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert all(answer.headers["Location"].startswith(SAVE) for answer in answers)
    assert sorted(name.split("/")[0] for name in google.kept) == ["offerClass", "offerObject"]
    with running.hub.database.read() as session:
        assert [kept.is_at_google for kept in session.scalars(select(WalletCoupon))] == [True]


def test_a_google_that_fails_is_told_in_words_that_help(
    page: requests.Response, browser: requests.Session, google: PretendGoogle
) -> None:
    google.failing = 500
    answer = browser.get(_find_buttons(page)["In Google Wallet sichern"], timeout=DEADLINE_S)

    assert answer.status_code == 503
    assert "Einen Moment bitte" in answer.text or "One moment, please" in answer.text


def test_what_was_redeemed_is_put_into_no_wallet(
    page: requests.Response, browser: requests.Session, running: RunningHub
) -> None:
    with running.hub.database.write() as session:
        redeem_bookmark(running.hub, session, session.scalars(select(Bookmark)).one())

    assert _find_buttons(browser.get(page.url, timeout=DEADLINE_S)) == {}


def test_her_own_phone_finds_the_buttons_on_her_page_as_well(
    page: requests.Response, browser: requests.Session, running: RunningHub
) -> None:
    press_code(browser, page)
    know_phone(running, page.url)
    mine = browser.get(f"{page.url}/me", timeout=DEADLINE_S)

    assert "Auf dem Handy dabei" in mine.text
    assert list(_find_buttons(mine)) == list(_find_buttons(page))
