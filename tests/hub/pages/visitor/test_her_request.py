import requests

from kiosk.hub.models.members.account import Account
from tests.hub.accounts import join, open_doors
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub


def test_her_pages_are_in_the_stores_language_until_she_chooses_another(
    running: RunningHub, browser: requests.Session
) -> None:
    join(running, browser, open_doors(running))
    account = f"{running.url}/account/card-number"
    pages = [browser.get(f"{account}{query}", timeout=DEADLINE_S).text for query in ("", "?lang=en")]

    assert ["Zurück</a>" in pages[0], "Back</a>" in pages[1]] == [True, True]


def test_a_form_of_hers_holds_for_no_page_of_another_kind(running: RunningHub, browser: requests.Session) -> None:
    join(running, browser, open_doors(running))
    of_benefits = read_fields(browser.get(f"{running.url}/account/benefits", timeout=DEADLINE_S))
    with running.hub.database.read() as session:
        store_id = session.query(Account).one().store_id
    answers = [
        browser.post(f"{running.url}{path}", {**of_benefits, "sizes": "38"}, timeout=DEADLINE_S).status_code
        for path in ("/account/sign-out", f"/counter/{store_id}/sizes")
    ]

    assert answers == [403, 403]
