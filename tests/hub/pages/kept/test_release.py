import requests
from sqlalchemy import select

from kiosk.hub.models.conversation.bookmark import Bookmark
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub


def _press(browser: requests.Session, page: requests.Response, **changes: str) -> requests.Response:
    address = page.url.split("?")[0].split("#")[0] + "/release?lang=de"
    return browser.post(address, {**read_fields(page), **changes}, timeout=DEADLINE_S)


def test_what_a_member_gives_back_has_no_code_any_more(running: RunningHub, browser: requests.Session) -> None:
    running.open_claim(browser)
    page = running.open_claim(browser)
    after = [_press(browser, page) for _ in range(2)]

    assert "Doch nicht?" in page.text
    assert [(answer.status_code, "zurückgegeben" in answer.text) for answer in after] == [(200, True)] * 2
    assert ["Code für die Kasse" in answer.text for answer in (page, after[0])] == [True, False]
    with running.hub.database.read() as session:
        assert session.scalars(select(Bookmark.state)).all() == ["released"]


def test_a_stranger_gives_nothing_back(
    running: RunningHub, browser: requests.Session, stranger: requests.Session
) -> None:
    running.open_claim(browser)
    page = running.open_claim(browser)

    assert _press(stranger, page).status_code == 403
    assert _press(browser, page, form_token="0" * 64).status_code == 403
