from datetime import timedelta

import pytest
import requests
from sqlalchemy import select

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.domain.consent.allowance import allow
from kiosk.hub.models.attribution.campaign import find_campaign
from kiosk.hub.models.attribution.touch import Touch
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.accounts import ask_link, find_link, follow_link, join, open_doors
from tests.hub.pages.visitor.test_via import begin, end
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub


def _follow(running: RunningHub, browser: requests.Session, code: str, **headers: str) -> requests.Response:
    return browser.get(f"{running.url}/k/{code}", headers=headers, timeout=DEADLINE_S)


def _list_touches(running: RunningHub) -> list[tuple[str, str]]:
    """Whose contacts are kept: her account's address, or nothing, and by which campaign."""
    with running.hub.database.read() as session:
        query = select(Account.address, Touch.campaign_code).select_from(Touch).order_by(Touch.id)
        rows = session.execute(query.outerjoin(Account, Account.member_key == Touch.member_key)).all()
    return [(address or "", code) for address, code in rows]


def _count(running: RunningHub, code: str) -> int:
    with running.hub.database.read() as session:
        campaign = find_campaign(session, code)
        assert campaign is not None
        return campaign.opened


def test_a_code_leads_to_its_offer_and_who_keeps_it_came_by_it(running: RunningHub, browser: requests.Session) -> None:
    code = begin(running, "o-candle")
    page = _follow(running, browser, code.lower())

    assert page.url == f"{running.url}/offers/o-candle?via={code}"
    assert _list_touches(running) == []
    kept = browser.post(page.url, read_fields(page), timeout=DEADLINE_S)
    assert "/c/" in kept.url
    assert _list_touches(running) == [("", code)]
    assert _count(running, code) == 1


def test_who_joins_by_a_code_came_by_it_in_whichever_browser_the_mail_is_read(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    post, code = open_doors(running), begin(running)
    page = _follow(running, browser, code)
    assert page.url == f"{running.url}/sign-in/{STORE}?via={code}"
    query = page.text.split('class="ask" method="post" action="')[1].split('"')[0]
    browser.post(
        running.url + query.replace("&amp;", "&"),
        {**read_fields(page), "address": "mara@example.com"},
        timeout=DEADLINE_S,
    )
    follow_link(stranger, find_link(running, post))

    assert _list_touches(running) == [("mara@example.com", code)]


def test_what_a_phone_kept_by_a_code_is_hers_who_joins_on_it(running: RunningHub, browser: requests.Session) -> None:
    post, code = open_doors(running), begin(running, "o-candle")
    page = _follow(running, browser, code)
    claim = browser.post(page.url, read_fields(page), timeout=DEADLINE_S)
    ask_link(browser, claim)
    follow_link(browser, find_link(running, post))

    assert _list_touches(running) == [("mara@example.com", code)]


def test_nothing_is_put_on_a_phone_that_follows_a_link(running: RunningHub, browser: requests.Session) -> None:
    answer = browser.get(f"{running.url}/k/{begin(running)}", allow_redirects=False, timeout=DEADLINE_S)

    assert answer.status_code == 303
    assert "Set-Cookie" not in answer.headers


def test_of_a_member_it_is_noted_that_she_followed_it_if_she_allows_that(
    running: RunningHub, browser: requests.Session
) -> None:
    post, code = open_doors(running), begin(running)
    join(running, browser, post)
    _follow(running, browser, code)
    assert (_list_touches(running), _count(running, code)) == ([], 1)

    with running.hub.database.write() as session:
        key = session.scalars(select(Account.member_key)).one()
        allow(running.hub, session, session.get_one(Member, key), PERSONAL_OFFERS)
    account = _follow(running, browser, code)

    assert account.url.endswith("/account")
    assert (_list_touches(running), _count(running, code)) == ([("mara@example.com", code)], 2)


@pytest.mark.parametrize("header", ["Sec-Purpose", "Purpose"])
def test_a_browser_that_looks_ahead_is_not_counted(running: RunningHub, browser: requests.Session, header: str) -> None:
    code = begin(running, "o-candle")

    assert _follow(running, browser, code, **{header: "prefetch"}).status_code == 200
    assert _count(running, code) == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
        {"Sec-Fetch-Mode": "cors"},
    ],
)
def test_a_part_of_another_page_is_neither_counted_nor_anybodys_contact(
    running: RunningHub, browser: requests.Session, headers: dict[str, str]
) -> None:
    code = begin(running, "o-candle")

    assert _follow(running, browser, code, **headers).status_code == 200
    assert (_list_touches(running), _count(running, code)) == ([], 0)
    _follow(running, browser, code, **{"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"})
    assert _count(running, code) == 1


def test_what_is_over_leads_where_it_led_and_counts_no_more(running: RunningHub, browser: requests.Session) -> None:
    code = begin(running, "o-candle")
    end(running, code)
    running.dial.turn(timedelta(seconds=1))
    page = _follow(running, browser, code)
    browser.post(page.url + f"?via={code}", read_fields(page), timeout=DEADLINE_S)

    assert page.url == f"{running.url}/offers/o-candle"
    assert (_list_touches(running), _count(running, code)) == ([], 0)


@pytest.mark.parametrize("code", ["K7Q42MFX", "x" * 3000, "%27%3B--", "%3Cscript%3E", "%E2%98%83"])
def test_a_code_that_is_no_campaigns_is_answered_kindly(
    running: RunningHub, browser: requests.Session, code: str
) -> None:
    answer = _follow(running, browser, code, **{"Accept-Language": "de"})

    assert (answer.status_code, "Hier liegt nichts mehr" in answer.text) == (404, True)


@pytest.mark.parametrize("via", ["K7Q42MFX", "A" * 3000, "'; --", "<script>"])
def test_an_offer_is_kept_whatever_campaign_its_address_makes_up(
    running: RunningHub, browser: requests.Session, via: str
) -> None:
    page = browser.get(f"{running.url}/offers/o-candle?screen=window-1&via={via}", timeout=DEADLINE_S)
    kept = browser.post(page.url, read_fields(page), timeout=DEADLINE_S)

    assert (page.status_code, kept.status_code) == (200, 200)
    assert _list_touches(running) == []
