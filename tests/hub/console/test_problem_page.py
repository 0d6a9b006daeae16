import pytest
import requests

from tests.hub.console.clerk import Clerk
from tests.hub.running import RunningHub


@pytest.mark.parametrize("path", ["/console/nowhere", "/console/offers/none", "/console/offers/none/pictures"])
def test_what_is_not_there_is_said_in_the_consoles_own_words(mara: Clerk, path: str) -> None:
    page = mara.open(path)

    assert (page.status_code, "Das gibt es hier nicht" in page.text) == (404, True)
    assert 'href="/console/screens"' in page.text


def test_a_problem_without_words_of_its_own_gets_general_ones(mara: Clerk) -> None:
    page = mara.browser.delete(f"{mara.running.url}/console/offers/o-mug", timeout=20)

    assert (page.status_code, "Einen Moment bitte" in page.text) == (405, True)


def test_a_phones_page_keeps_its_own(running: RunningHub) -> None:
    page = requests.get(f"{running.url}/consoles", headers={"Accept-Language": "de"}, timeout=20)

    assert "Diese Seite gibt es nicht" in page.text
