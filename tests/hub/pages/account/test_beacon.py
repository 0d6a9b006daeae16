import re
from datetime import timedelta

import pytest
import requests

from kiosk.contract.credential import hash_id, normalise_proximity_id
from kiosk.hub.domain.credentials.beacon import LIFETIME, name_beacon
from kiosk.hub.domain.credentials.printed_beacon import attach_beacon, make_printed_beacon
from kiosk.hub.models.members.proximity_id import list_beacons
from kiosk.hub.web.qr_path import draw_qr
from tests.doubles.traces import find_traces, read_folder
from tests.hub.accounts import STORE_KEY, Pigeonhole, join, open_doors, press
from tests.hub.joined import add_joined
from tests.hub.running import DEADLINE_S, RunningHub

SHOPPERS = "/v1/shoppers?store=berlin-mitte&since="


@pytest.fixture
def account(running: RunningHub, browser: requests.Session) -> requests.Response:
    """Of a member who allows to be recognised."""
    post: Pigeonhole = open_doors(running)
    return press(browser, join(running, browser, post), "/account/consents", purpose="proximity", on="true")


def _read_id(page: requests.Response) -> tuple[str, str]:
    """The id as a gateway would say it, and its hash."""
    name = "-".join(re.findall(r"<dd>([^<]*)</dd>", page.text))
    return name, hash_id(STORE_KEY, "proximity", normalise_proximity_id(name))


def _ask(running: RunningHub, cursor: str) -> list[str]:
    (shopper,) = running.get(SHOPPERS + cursor).json()["shoppers"]
    return list(shopper["proximity"])


def test_an_id_is_told_once_and_screens_know_its_hash_at_once(
    running: RunningHub, browser: requests.Session, account: requests.Response
) -> None:
    cursor = running.get(SHOPPERS).json()["cursor"]
    name, told = _read_id(press(browser, account, "/account/beacon"))

    assert told in _ask(running, cursor)
    after = browser.get(f"{running.url}/account", timeout=DEADLINE_S)
    assert name.split("-")[0] not in after.text
    assert "Gilt bis 21. Mai 2027" in after.text
    assert find_traces([name.rsplit("-", 2)[0]], read_folder(running.folder)) == []


def test_a_new_id_takes_the_place_of_the_old_and_none_is_left_once_it_is_deleted(
    running: RunningHub, browser: requests.Session, account: requests.Response
) -> None:
    cursor = running.get(SHOPPERS).json()["cursor"]
    first = _read_id(press(browser, account, "/account/beacon"))[1]
    second = _read_id(press(browser, account, "/account/beacon"))[1]
    told = _ask(running, cursor)
    assert (first in told, second in told) == (False, True)

    press(browser, account, "/account/beacon/revoke")
    assert _ask(running, cursor) == []


def test_screens_forget_an_id_when_its_time_is_over(
    running: RunningHub, browser: requests.Session, account: requests.Response
) -> None:
    press(browser, account, "/account/beacon")
    running.dial.turn(LIFETIME - timedelta(seconds=1))
    cursor = running.get(SHOPPERS).json()["cursor"]
    assert running.get(SHOPPERS + cursor).json()["shoppers"] == []
    running.dial.turn(timedelta(seconds=1))

    assert _ask(running, cursor) == []


def test_with_the_consent_goes_the_id(
    running: RunningHub, browser: requests.Session, account: requests.Response
) -> None:
    cursor = running.get(SHOPPERS).json()["cursor"]
    press(browser, account, "/account/beacon")
    page = press(browser, account, "/account/consents", purpose="proximity", on="false")

    assert len(running.get(SHOPPERS + cursor).json()["gone"]) == 1
    assert press(browser, page, "/account/beacon").status_code == 403


def test_the_code_beside_it_holds_the_same_as_text(browser: requests.Session, account: requests.Response) -> None:
    page = press(browser, account, "/account/beacon").text
    uuid, major, minor = re.findall(r"<dd>([^<]*)</dd>", page)

    assert draw_qr(f"UUID: {uuid}\nMajor: {major}\nMinor: {minor}").path in page


@pytest.mark.usefixtures("account")
def test_a_beacon_of_the_stores_becomes_hers_by_its_code_once_she_says_so(
    running: RunningHub, browser: requests.Session
) -> None:
    cursor = running.get(SHOPPERS).json()["cursor"]
    printed = make_printed_beacon(STORE_KEY, "fob")
    path = f"/account/beacon/code/{printed.code}"
    page = browser.get(running.url + path, timeout=DEADLINE_S)
    assert "In mein Konto" in page.text
    assert running.get(SHOPPERS + cursor).json()["shoppers"] == []

    after = press(browser, page, path)
    told = {hash_id(STORE_KEY, "proximity", normalise_proximity_id(name)) for name in name_beacon(printed.beacon)}
    assert set(_ask(running, cursor)) >= told
    assert "Gilt bis 21. Mai 2027" in after.text


@pytest.mark.usefixtures("account")
def test_what_is_somebody_elses_says_so_and_stays_hers(running: RunningHub, browser: requests.Session) -> None:
    printed = make_printed_beacon(STORE_KEY, "fob")
    with running.hub.database.write() as session:
        eve = add_joined(running.hub, session, "s_eve", "eve@example.com")
        attach_beacon(running.hub, session, eve, STORE_KEY, printed.beacon)
    path = f"/account/beacon/code/{printed.code}"
    answer = press(browser, browser.get(running.url + path, timeout=DEADLINE_S), path)

    assert answer.status_code == 409
    with running.hub.database.read() as session:
        assert len(list_beacons(session, "s_eve")) == 2


@pytest.mark.usefixtures("account")
def test_a_code_that_the_store_did_not_make_leads_nowhere(running: RunningHub, browser: requests.Session) -> None:
    assert browser.get(f"{running.url}/account/beacon/code/{'A' * 24}", timeout=DEADLINE_S).status_code == 404


def test_without_the_consent_a_beacon_waits(
    running: RunningHub, browser: requests.Session, account: requests.Response
) -> None:
    press(browser, account, "/account/consents", purpose="proximity", on="false")
    page = browser.get(
        f"{running.url}/account/beacon/code/{make_printed_beacon(STORE_KEY, 'fob').code}", timeout=DEADLINE_S
    )

    assert ("muss „" in page.text, "In mein Konto" in page.text) == (True, False)


def test_a_hub_without_the_store_key_issues_none(
    running: RunningHub, browser: requests.Session, account: requests.Response
) -> None:
    open_doors(running, store_key=None)

    assert press(browser, account, "/account/beacon").status_code == 404
