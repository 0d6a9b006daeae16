from pathlib import Path

import pytest
import requests
from sqlalchemy import select

from kiosk.contract.credential import hash_id, parse_store_key
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.account import Account
from kiosk.hub.sample.seed import KEY_FILE
from kiosk.hub.sample.shop import MEMBERS
from tests.hub.accounts import ADDRESS, Pigeonhole, ask_link, find_link, follow_link, join, open_doors, press
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub


@pytest.fixture
def post(running: RunningHub) -> Pigeonhole:
    return open_doors(running)


def _is_attached(running: RunningHub, name: str) -> bool:
    with running.hub.database.read() as session:
        return session.get_one(Bookmark, name).member_key in session.scalars(select(Account.member_key)).all()


def test_one_field_and_one_mail_keep_it_for_good(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    page = running.open_claim(browser, id="b")
    assert "Für immer behalten" in page.text
    ask_link(browser, page)
    account = follow_link(browser, find_link(running, post))

    assert "Steinzeugbecher" in account.text
    assert _is_attached(running, "b")
    claim = browser.get(page.url, timeout=DEADLINE_S)
    assert "Zu Ihrem Konto" in claim.text
    assert "Für immer behalten" not in claim.text


def test_whoever_asked_for_the_link_holds_the_page_from_then_on(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, post: Pigeonhole
) -> None:
    page = running.open_claim(browser)
    ask_link(browser, page)

    assert stranger.get(page.url, timeout=DEADLINE_S).status_code == 403
    assert len(post.letters) == 1


def test_a_wrong_address_may_be_corrected_and_the_offer_still_comes_along(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    wrong = ask_link(browser, running.open_claim(browser, id="b"), "mara")
    assert wrong.status_code == 400
    ask_link(browser, wrong)
    follow_link(browser, find_link(running, post))

    assert _is_attached(running, "b")


def test_who_is_signed_in_keeps_the_next_with_one_tap(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    join(running, browser, post)
    page = running.open_claim(browser, id="b")
    assert "Sie sind angemeldet." in page.text
    account = press(browser, page, f"/c/{page.url.rsplit('/', 1)[1]}/attach")

    assert "Steinzeugbecher" in account.text
    assert _is_attached(running, "b")


def test_a_known_members_offer_is_not_taken_away_and_the_answer_does_not_say_so(
    running: RunningHub, browser: requests.Session, post: Pigeonhole, seeded: Path
) -> None:
    key = parse_store_key((seeded / KEY_FILE).read_text())
    card = {"kind": "uid", "value": hash_id(key, "uid", MEMBERS[0].card.uid)}
    join(running, browser, post)
    page = running.open_claim(browser, id="b", credential=card)
    account = press(browser, page, f"/c/{page.url.rsplit('/', 1)[1]}/attach")

    assert (account.status_code, "Steinzeugbecher" in account.text) == (200, True)
    assert not _is_attached(running, "b")


def test_nobody_attaches_who_is_not_signed_in_or_not_the_reader(
    running: RunningHub, browser: requests.Session, stranger: requests.Session, post: Pigeonhole
) -> None:
    page = running.open_claim(browser, id="b")
    path = f"{page.url}/attach"
    assert browser.post(path, read_fields(page), timeout=DEADLINE_S).status_code == 401
    join(running, stranger, post)

    assert stranger.post(path, read_fields(page), timeout=DEADLINE_S).status_code == 403
    assert not _is_attached(running, "b")


def test_a_hub_without_accounts_offers_none(running: RunningHub, browser: requests.Session) -> None:
    page = running.open_claim(browser)

    assert "Für immer behalten" not in page.text
    assert press(browser, page, f"/c/{page.url.rsplit('/', 1)[1]}/join", address="a@b.example").status_code == 404


def test_what_she_keeps_on_a_phone_that_is_signed_in_is_in_her_account_at_once(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    join(running, browser, post)
    offers = [browser.get(f"{running.url}/offers/o-mug", timeout=DEADLINE_S) for _ in range(2)]
    _, claim = (browser.post(offer.url, read_fields(offer), timeout=DEADLINE_S) for offer in offers)

    assert "Zu Ihrem Konto" in claim.text or "To your account" in claim.text
    with running.hub.database.read() as session:
        (kept,) = session.scalars(select(Bookmark.id))
    assert _is_attached(running, kept)


def test_the_store_says_that_it_knows_her_address(
    running: RunningHub, browser: requests.Session, post: Pigeonhole
) -> None:
    page = running.open_claim(browser)
    ask_link(browser, page)
    follow_link(browser, find_link(running, post))

    assert ADDRESS in browser.get(f"{page.url}/me", timeout=DEADLINE_S).text
